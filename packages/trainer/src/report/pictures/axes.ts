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

/** A marked point with a word beside it. */
export function marked(
  point: Readonly<Record<string, unknown>> | undefined,
  text: string,
  place: { readonly dx: number; readonly dy: number; readonly align: 'left' | 'right' },
): object[] {
  if (!point) return [];
  const data = { values: [point] };
  return [
    { data, mark: { type: 'point', size: 70, filled: true, color: ink.strong, opacity: 1 } },
    { data, mark: { type: 'text', text, fontSize: 11, color: ink.strong, ...place } },
  ];
}
