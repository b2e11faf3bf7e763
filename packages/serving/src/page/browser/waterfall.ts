import { element, svg } from './element.ts';
import type { ReasonScale } from './reason-scale.ts';
import type { Explanation } from './server-answers.ts';

interface WaterfallOptions {
  readonly scale: ReasonScale;
  /** In pixels. */
  readonly width: number;
  readonly tableOpen: boolean;
}

interface Step {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'sum' | 'part';
}

const ROW = 46;
const BAR = 14;
const NUMBER_WIDTH = 78;
const MARGIN = 2;

/** From what the model says of anybody to what it says of this record, reason by reason. */
export function waterfall(
  result: Explanation,
  { scale, tableOpen, width }: WaterfallOptions,
): Node[] {
  const steps = stepsOf(result);
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = Math.max(80, width - NUMBER_WIDTH - 2 * MARGIN);
  const x = (value: number): number => MARGIN + ((value - low) / (high - low || 1)) * room;
  const rows = steps.flatMap((step, at) => rowOf(step, { x, y: at * ROW, width, scale }));
  const height = steps.length * ROW;
  // The table beside it says the same in words.
  const picture = svg(
    'svg',
    { class: 'waterfall', viewBox: `0 0 ${width} ${height}`, height, 'aria-hidden': 'true' },
    ...rows,
  );
  return [picture, tableOf(steps, scale, tableOpen)];
}

function stepsOf({ bias, log_exposure: exposure, margin, others, reasons }: Explanation): Step[] {
  let at = bias;
  const steps: Step[] = [
    { label: 'start: before it knows anything', from: 0, to: bias, kind: 'sum' },
  ];
  const add = (label: string, change: number): void => {
    steps.push({ label, from: at, to: at + change, kind: 'part' });
    at += change;
  };
  if (exposure !== undefined) add('log of the exposure', exposure);
  for (const { feature, value, contribution } of reasons) {
    add(`${feature} = ${value ?? 'missing'}`, contribution);
  }
  if (others !== 0) add('all other features', others);
  steps.push({ label: 'this record', from: 0, to: margin, kind: 'sum' });
  return steps;
}

function rowOf(
  { label, from, to, kind }: Step,
  {
    scale,
    width,
    x,
    y,
  }: { scale: ReasonScale; x: (value: number) => number; y: number; width: number },
): SVGElement[] {
  const change = to - from;
  const [left, right] =
    kind === 'sum' ? [x(to) - 2, x(to) + 2] : [x(Math.min(from, to)), x(Math.max(from, to))];
  const colour = kind === 'sum' ? 'bar-sum' : change > 0 ? 'bar-up' : 'bar-down';
  const letters = Math.floor((width - MARGIN) / 7.2);
  const text = label.length > letters ? `${label.slice(0, letters - 1)}…` : label;
  const middle = y + 22 + BAR / 2;
  return [
    svg('line', { class: 'step', x1: x(to), x2: x(to), y1: middle, y2: middle + ROW }),
    svg('text', { x: MARGIN, y: y + 14 }, text),
    svg('rect', {
      class: colour,
      x: left,
      y: y + 22,
      width: Math.max(2, right - left),
      height: BAR,
      rx: 2,
    }),
    svg(
      'text',
      { class: 'number', x: width - MARGIN, y: y + 22 + BAR - 2 },
      kind === 'sum' ? scale.sum(to) : scale.change(change),
    ),
  ];
}

function tableOf(steps: readonly Step[], scale: ReasonScale, open: boolean): HTMLElement {
  const rows = steps.map(({ label, from, to, kind }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', textContent: label }),
      element('td', { textContent: kind === 'sum' ? scale.sum(to) : scale.change(to - from) }),
    ),
  );
  return element(
    'details',
    { open },
    element('summary', { textContent: 'As a table' }),
    element('table', { className: 'classes' }, ...rows),
  );
}
