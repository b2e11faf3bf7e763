import { caption, rounded, wholeNumber } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { RegressionReport } from '../regression-report.ts';
import { quantileCoverage } from '../tables/quantile-coverage.ts';
import { ink } from '../theme.ts';
import { decileAxis } from './decile-axis.ts';

/** Whether about the asked-for share of the targets stays below the predicted quantile, at low and at high predictions. */
export function quantileCoveragePicture(report: RegressionReport, quantile: number): Picture {
  const { metrics, test, variant } = report;
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: ['share of targets', 'not above the prediction'],
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 6 },
  });
  return picture(
    'quantile-coverage',
    () => quantileCoverage(test),
    (deciles) => {
      const covered =
        deciles.reduce((sum, { rows, covered: share }) => sum + rows * share, 0) /
        test.scores.length;
      return {
        title: caption(
          'Coverage of the quantile',
          variant,
          `test part, n = ${wholeNumber(test.scores.length)} · in all ${(100 * covered).toFixed(1)} %, asked for ${(100 * quantile).toFixed(1)} % (dashed)`,
          `pinball loss ${rounded(metrics.test_pinball)}`,
        ),
        width: 460,
        height: 280,
        layer: [
          {
            data: { values: deciles },
            mark: { type: 'bar', color: ink.faint, width: 24 },
            encoding: { x: decileAxis(test), y: y('covered') },
          },
          {
            data: { values: [{ quantile }] },
            mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.3, color: ink.strong },
            encoding: { y: y('quantile') },
          },
        ],
      };
    },
  );
}
