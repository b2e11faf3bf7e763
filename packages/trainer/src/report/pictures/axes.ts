import { ink } from '../theme.ts';

const square = 400;

/** A quadratic field: both axes are shares. */
export const squareField = { width: square, height: square };

/** An axis of a share, from 0 to 100 %. */
export function shareAxis(field: string, title: string): object {
  return {
    field,
    type: 'quantitative',
    title,
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 6 },
  };
}

/** A dashed line through some points of a field of shares: what chance, or a perfect model, would give. */
export function guide(
  points: readonly (readonly [x: number, y: number])[],
  x: string,
  y: string,
): object {
  return {
    data: { values: points.map(([across, up]) => ({ [x]: across, [y]: up })) },
    mark: { type: 'line', strokeDash: [5, 4], strokeWidth: 1.3, color: ink.middle },
    encoding: { order: { value: null } },
  };
}

/**
 * A marked point of a field of shares with a word beside it: on its right as long as the frame has room, and below it
 * where it is near the upper edge.
 *
 * @param side on which the curve leaves room
 */
export function marked(
  point: Readonly<Record<string, unknown>> | undefined,
  text: string,
  { x, y, side }: { readonly x: string; readonly y: string; readonly side: 'above' | 'below' },
): object[] {
  if (!point) return [];
  const data = { values: [point] };
  const right = Number(point[x]) <= 0.7;
  const above = side === 'above' && right && Number(point[y]) <= 0.93;
  const place = { dx: right ? 10 : -10, dy: above ? -12 : 14, align: right ? 'left' : 'right' };
  const word = { type: 'text', text, fontSize: 11, ...place };
  return [
    { data, mark: { type: 'point', size: 70, filled: true, color: ink.strong, opacity: 1 } },
    // White behind the word, so that it can be read where a curve runs through it.
    { data, mark: { ...word, stroke: 'white', strokeWidth: 4 } },
    { data, mark: { ...word, color: ink.strong } },
  ];
}
