import { amountLabels, ink, logTicks, shades } from '../../../report/index.ts';
import type { PictureSpec } from '../../../report/index.ts';
import type { ValueCell } from '../../findings.ts';

const side = 230;
/** From this ratio of the ends of an axis on, its cells were cut in the logarithm. */
const wide = 50;

/** Where the cases lie between what was predicted and what came; the diagonal is right. */
export function predictedAgainstActual(cells: readonly ValueCell[], target: string): PictureSpec {
  const ends = cells.flatMap(({ actual, predicted }) => [...actual, ...predicted]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const log = low > 0 && high / low >= wide;
  const scale = { domain: [low, high], nice: false, ...(log ? { type: 'log' } : { zero: false }) };
  const axis = {
    ...amountLabels,
    ...(log ? { values: logTicks(low, high) } : { tickCount: 5 }),
  };
  const across = (field: string): object => ({
    field,
    type: 'quantitative',
    title: `predicted ${target}${log ? ' (log scale)' : ''}`,
    scale,
    axis,
  });
  const up = (field: string): object => ({
    field,
    type: 'quantitative',
    title: `${target} that came`,
    scale,
    axis,
  });
  return {
    width: side,
    height: side,
    layer: [
      {
        data: {
          values: cells.map(({ actual, predicted, rows }) => ({
            ...{ from: predicted[0], to: predicted[1], low: actual[0], high: actual[1], rows },
          })),
        },
        mark: { type: 'rect' },
        encoding: {
          x: across('from'),
          x2: { field: 'to' },
          y: up('low'),
          y2: { field: 'high' },
          color: {
            field: 'rows',
            type: 'quantitative',
            legend: null,
            // A single case must be seen, beside cells of a hundred.
            scale: { type: 'sqrt', range: ['#c6d3e1', shades[1]] },
          },
        },
      },
      {
        data: { values: [{ end: low }, { end: high }] },
        mark: { type: 'line', strokeDash: [4, 3], color: ink.middle },
        encoding: { x: across('end'), y: up('end') },
      },
    ],
  };
}
