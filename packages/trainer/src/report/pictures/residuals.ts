import { caption, wholeNumber } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { RegressionReport } from '../regression-report.ts';
import { residualBins, residualDeciles } from '../tables/residuals.ts';
import { amountLabels } from '../number-axis.ts';
import { ink } from '../theme.ts';
import { decileAxis } from './decile-axis.ts';

/** How far off the predictions are, and on which side. */
export function residualsPicture({ target, test, variant }: RegressionReport): Picture {
  return picture(
    'residuals',
    () => residualBins(test),
    (bins) => ({
      title: caption(
        'Residuals',
        variant,
        `test part, n = ${wholeNumber(test.scores.length)} · right of 0: more than predicted`,
        'the outer half percent at each end is counted in the bin at that end',
      ),
      width: 460,
      height: 260,
      layer: [
        {
          data: { values: bins },
          mark: { type: 'bar', color: ink.faint, binSpacing: 0.5 },
          encoding: {
            x: {
              field: 'from',
              type: 'quantitative',
              title: `actual − predicted ${target}`,
              bin: { binned: true },
              scale: { nice: false, zero: false },
              axis: { tickCount: 8, ...amountLabels },
            },
            x2: { field: 'to' },
            y: { field: 'rows', type: 'quantitative', title: 'rows', axis: { tickCount: 5 } },
          },
        },
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.3, color: ink.strong },
          encoding: { x: { field: 'zero', type: 'quantitative' } },
        },
      ],
    }),
  );
}

/** Whether the errors are the same at low and high predictions: their middle, and where eight of ten of them lie. */
export function residualSpreadPicture(report: RegressionReport): Picture {
  const { target, test, variant } = report;
  const x = decileAxis(test);
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: `actual − predicted ${target}`,
    axis: { tickCount: 6, ...amountLabels },
  });
  return picture(
    'residuals-by-decile',
    () => residualDeciles(test),
    (deciles) => ({
      title: caption(
        'Residuals by decile of the prediction',
        variant,
        `test part, n = ${wholeNumber(test.scores.length)} · bars: 10th to 90th percentile · point: median · tick: mean`,
      ),
      width: 460,
      height: 300,
      data: { values: deciles },
      layer: [
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.3, color: ink.middle },
          encoding: { y: { field: 'zero', type: 'quantitative' } },
        },
        {
          mark: { type: 'bar', color: ink.faint, width: 12 },
          encoding: { x, y: y('p10'), y2: { field: 'p90' } },
        },
        {
          mark: { type: 'point', filled: true, size: 50, color: ink.strong, opacity: 1 },
          encoding: { x, y: y('p50') },
        },
        {
          mark: { type: 'tick', color: ink.strong, thickness: 2, width: 22 },
          encoding: { x, y: y('mean_residual') },
        },
      ],
    }),
  );
}
