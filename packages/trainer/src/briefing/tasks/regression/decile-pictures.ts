import { amountLabels, ink } from '../../../report/index.ts';
import type { PictureSpec } from '../../../report/index.ts';
import type { ValueDecile } from '../../findings.ts';

const size = { width: 230, height: 200 };

/** The tenths of the predictions, lowest first. */
export const tenths = {
  field: 'decile',
  type: 'ordinal',
  title: 'tenth of the predictions, lowest first',
  axis: { labelAngle: 0 },
};

/** What came and what was predicted, on average. */
export function meansByDecile(deciles: readonly ValueDecile[], target: string): PictureSpec {
  const line = (field: 'actual' | 'expected'): object => {
    const solid = field === 'actual';
    return {
      mark: {
        type: 'line',
        color: ink.strong,
        strokeDash: solid ? [1, 0] : [5, 4],
        point: { filled: solid, size: 40, color: ink.strong, ...(solid ? {} : { fill: 'white' }) },
      },
      encoding: {
        x: tenths,
        y: {
          field,
          type: 'quantitative',
          title: `mean ${target}`,
          axis: { tickCount: 5, ...amountLabels },
        },
      },
    };
  };
  const values = deciles.map(({ decile, actual, expected }) => ({ decile, actual, expected }));
  return { ...size, data: { values }, layer: [line('actual'), line('expected')] };
}

/** Whether about the asked-for share of the cases stays below a predicted quantile everywhere. */
export function coverageByDecile(deciles: readonly ValueDecile[], quantile: number): PictureSpec {
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: 'not above the prediction',
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 5 },
  });
  return {
    ...size,
    layer: [
      {
        data: { values: deciles.map(({ decile, covered }) => ({ decile, covered })) },
        mark: { type: 'bar', color: ink.faint, width: 14 },
        encoding: { x: tenths, y: y('covered') },
      },
      {
        data: { values: [{ quantile }] },
        mark: { type: 'rule', strokeDash: [4, 3], color: ink.strong },
        encoding: { y: y('quantile') },
      },
    ],
  };
}
