import { caption, rounded, wholeNumber } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { RegressionReport } from '../regression-report.ts';
import { amountLabels, logTicks } from '../number-axis.ts';
import { predictedCells } from '../tables/predicted-cells.ts';
import { ink, shades } from '../theme.ts';
import { squareField } from './axes.ts';

/** Where the rows lie between what was predicted and what came, as counts of cells; the diagonal is right. */
export function predictedPicture(report: RegressionReport): Picture {
  const { metrics, target, test, variant } = report;
  return picture(
    'predicted-against-actual',
    () => predictedCells(test).cells,
    (cells) => {
      const { edges, log } = predictedCells(test);
      const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 0];
      const scale = {
        domain: [low, high],
        nice: false,
        ...(log ? { type: 'log' } : { zero: false }),
      };
      const axis = {
        ...(log ? { values: logTicks(low, high) } : { tickCount: 6 }),
        ...amountLabels,
      };
      const side = (name: string): object => ({
        field: `${name}_from`,
        type: 'quantitative',
        title: `${name} ${target}${log ? ' (log scale)' : ''}`,
        scale,
        axis,
      });
      return {
        title: caption(
          'Predicted against actual',
          variant,
          `test part, n = ${wholeNumber(test.scores.length)} · dashed: right`,
          `RMSE ${rounded(metrics.test_rmse)} · MAE ${rounded(metrics.test_mae)} · R² ${rounded(metrics.test_r2)}`,
        ),
        ...squareField,
        layer: [
          {
            data: { values: cells },
            mark: { type: 'rect', stroke: 'white', strokeWidth: 0.5 },
            encoding: {
              x: side('predicted'),
              x2: { field: 'predicted_to' },
              y: side('actual'),
              y2: { field: 'actual_to' },
              color: {
                field: 'rows',
                type: 'quantitative',
                title: 'rows',
                scale: { range: shades, domainMin: 0 },
                legend: { gradientLength: 200, tickCount: 4, tickMinStep: 1 },
              },
            },
          },
          {
            data: { values: [low, high].map((end) => ({ predicted_from: end, actual_from: end })) },
            mark: { type: 'line', strokeDash: [5, 4], strokeWidth: 1.3, color: ink.middle },
            encoding: { x: side('predicted'), y: side('actual') },
          },
        ],
      };
    },
  );
}
