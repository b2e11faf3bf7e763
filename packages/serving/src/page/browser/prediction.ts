import { element, svg } from './element.ts';
import { percent, shown } from './numbers.ts';
import type { Explanation, Schema } from './server-answers.ts';

/** What the model says: a probability with the threshold, one per class, or a value. */
export function predictionNodes(schema: Schema, result: Explanation): Node[] {
  const unseen =
    result.unseen_levels === 0
      ? []
      : [
          element('p', {
            className: 'hint',
            textContent: unseenText(result.unseen_levels),
          }),
        ];
  if (schema.kind === 'binary') return [...binary(schema, result), ...unseen];
  if (schema.kind === 'multiclass') return [...multiclass(schema, result), ...unseen];
  const meaning = `predicted ${schema.target ?? 'value'}`;
  return [big(shown(result.prediction)), small(meaning), ...unseen];
}

function unseenText(count: number): string {
  return count === 1
    ? '1 level is new to the model and counts as missing.'
    : `${count} levels are new to the model and count as missing.`;
}

function binary(
  { classes, target, threshold }: Schema,
  { prediction, label }: Explanation,
): Node[] {
  const positive = classes?.[1] ?? 1;
  const meaning = `probability of ${target ?? 'the target'} = ${positive}`;
  const decided = `predicted: ${label ?? '?'} (${percent(threshold ?? 0.5)} is the threshold)`;
  return [
    big(percent(prediction)),
    small(meaning),
    meter(prediction, threshold ?? 0.5),
    small(decided),
  ];
}

function multiclass(
  { classes, target }: Schema,
  { probabilities = [], label }: Explanation,
): Node[] {
  const rows = probabilities.map((probability, at) => {
    const name = String(classes?.[at] ?? at);
    const row = element(
      'tr',
      { className: name === String(label) ? 'likeliest' : '' },
      element('th', { scope: 'row', textContent: name }),
      element('td', { textContent: percent(probability) }),
    );
    return row;
  });
  return [
    big(String(label)),
    small(`likeliest ${target ?? 'class'}`),
    element('table', { className: 'classes' }, ...rows),
  ];
}

function meter(value: number, threshold: number): SVGElement {
  const x = (share: number): string => `${(share * 100).toFixed(2)}%`;
  return svg(
    'svg',
    { class: 'meter', 'aria-hidden': 'true' },
    svg('rect', { class: 'track', width: '100%', height: 10, rx: 5 }),
    svg('rect', { class: 'value', width: x(value), height: 10, rx: 5 }),
    svg('line', { class: 'mark', x1: x(threshold), x2: x(threshold), y1: -2, y2: 14 }),
    svg('text', { x: x(threshold), y: 28, 'text-anchor': anchor(threshold) }, 'threshold'),
  );
}

function anchor(share: number): string {
  if (share < 0.15) return 'start';
  return share > 0.85 ? 'end' : 'middle';
}

function big(textContent: string): HTMLElement {
  return element('p', { className: 'score', textContent });
}

function small(textContent: string): HTMLElement {
  return element('p', { className: 'meaning', textContent });
}
