import { amountLabels, ink } from '../../../report/index.ts';
import type { PictureSpec } from '../../../report/index.ts';
import type { ValueDecile } from '../../findings.ts';
import { tenths } from './decile-pictures.ts';

/** How far the cases of each tenth of the predictions scatter. */
export function residualsByDecile(deciles: readonly ValueDecile[], target: string): PictureSpec {
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: `${target}: came − predicted`,
    // Room at both ends: a bar that ends at the frame looks cut off.
    scale: { nice: false, padding: 8 },
    axis: { tickCount: 5, ...amountLabels },
  });
  const values = deciles.map(({ decile, residual }) => ({ decile, ...residual }));
  return {
    width: 230,
    height: 200,
    data: { values },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', strokeDash: [4, 3], color: ink.middle },
        encoding: { y: y('zero') },
      },
      {
        mark: { type: 'bar', color: ink.faint, width: 9 },
        encoding: { x: tenths, y: y('p10'), y2: { field: 'p90' } },
      },
      {
        mark: { type: 'point', filled: true, size: 40, color: ink.strong, opacity: 1 },
        encoding: { x: tenths, y: y('p50') },
      },
    ],
  };
}
