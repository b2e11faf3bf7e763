import type { PictureSpec } from '../../../report/index.ts';
import { ink } from '../../../report/index.ts';

/** A hundred small squares, the first `part` of them filled. */
export function hundredSquares(part: number): PictureSpec {
  const filled = Math.round(part);
  return {
    width: 170,
    height: 170,
    data: {
      values: Array.from({ length: 100 }, (_, place) => ({
        x: place % 10,
        y: Math.floor(place / 10),
        filled: place < filled,
      })),
    },
    mark: { type: 'square', size: 170, strokeWidth: 1.4, stroke: ink.strong, opacity: 1 },
    encoding: {
      x: { field: 'x', type: 'ordinal', axis: null },
      y: { field: 'y', type: 'ordinal', axis: null },
      fill: {
        field: 'filled',
        type: 'nominal',
        legend: null,
        scale: { domain: [true, false], range: [ink.strong, 'white'] },
      },
    },
    view: { stroke: null },
  };
}
