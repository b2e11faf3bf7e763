import { caption, rounded, wholeNumber } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { RegressionReport } from '../regression-report.ts';
import { aeDeciles } from '../tables/ae-deciles.ts';
import { ink } from '../theme.ts';
import { decileAxis } from './decile-axis.ts';

/** What was expected of each tenth of the predictions and what came, on average; below it the ratio of the two. */
export function aeByDecilePicture(report: RegressionReport): Picture {
  const { metrics, target, test, variant } = report;
  const per = test.exposure ? 'per unit of exposure' : 'per row';
  const x = decileAxis(test);
  return picture(
    'ae-by-decile',
    () => aeDeciles(test),
    (deciles) => ({
      title: caption(
        'Actual over expected by decile',
        variant,
        `test part, n = ${wholeNumber(test.scores.length)} · solid: actual, dashed: expected`,
        `in all: ${rounded(metrics.test_ae_ratio)} of what was expected (95 %: ${rounded(metrics.test_ae_ratio_ci_low)} to ${rounded(metrics.test_ae_ratio_ci_high)})`,
      ),
      data: { values: deciles.map(withMeans) },
      spacing: 14,
      vconcat: [
        {
          width: 460,
          height: 260,
          encoding: { x: { ...x, title: null } },
          layer: [
            meanLine('actual', [`mean ${target}`, per]),
            meanLine('expected', [`mean ${target}`, per]),
          ],
        },
        {
          width: 460,
          height: 110,
          encoding: { x },
          layer: [
            {
              mark: { type: 'bar', color: ink.faint, width: 24 },
              encoding: {
                y: {
                  field: 'ae_ratio',
                  type: 'quantitative',
                  title: ['actual /', 'expected'],
                  axis: { tickCount: 4 },
                },
              },
            },
            {
              mark: { type: 'text', dy: -8, fontSize: 10, color: ink.strong },
              encoding: {
                y: { datum: 0 },
                text: { field: 'ae_ratio', type: 'quantitative', format: '.2f' },
              },
            },
            {
              data: { values: [{ one: 1 }] },
              mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.3, color: ink.strong },
              encoding: {
                x: { value: 0 },
                x2: { value: 460 },
                y: { field: 'one', type: 'quantitative' },
              },
            },
          ],
        },
      ],
    }),
  );
}

function withMeans(decile: ReturnType<typeof aeDeciles>[number]) {
  const { actual, expected, exposure } = decile;
  return { ...decile, mean_actual: actual / exposure, mean_expected: expected / exposure };
}

function meanLine(name: 'actual' | 'expected', title: readonly string[]): object {
  const solid = name === 'actual';
  return {
    mark: {
      type: 'line',
      color: ink.strong,
      strokeDash: solid ? [1, 0] : [5, 4],
      point: { filled: solid, size: 45, color: ink.strong, ...(solid ? {} : { fill: 'white' }) },
    },
    encoding: {
      y: {
        field: `mean_${name}`,
        type: 'quantitative',
        title,
        axis: { tickCount: 6, format: '~s' },
      },
    },
  };
}
