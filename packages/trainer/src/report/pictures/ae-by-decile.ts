import { caption, rounded, wholeNumber } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { RegressionReport } from '../regression-report.ts';
import { aeDeciles } from '../tables/ae-deciles.ts';
import { amountLabels } from '../number-axis.ts';
import { ink } from '../theme.ts';
import { decileAxis } from './decile-axis.ts';

const width = 460;

/**
 * What was expected of each tenth of the predictions and what came, on average; below it the ratio of the two, which
 * has no meaning where targets are below 0.
 */
export function aeByDecilePicture(report: RegressionReport): Picture {
  const { target, test, variant } = report;
  const x = decileAxis(test);
  return picture(
    'ae-by-decile',
    () => aeDeciles(test),
    (deciles) => {
      const ratios = deciles.flatMap((decile) => decile.ae_ratio ?? []);
      const hasRatio = ratios.length > 0;
      const title = [`mean ${target}`, test.exposure ? 'per unit of exposure' : 'per row'];
      return {
        title: caption(
          hasRatio ? 'Actual over expected by decile' : 'Actual and expected by decile',
          variant,
          `test part, n = ${wholeNumber(test.scores.length)} · solid: actual, dashed: expected`,
          ...(hasRatio ? [inAll(report)] : []),
        ),
        data: { values: deciles.map(withMeans) },
        spacing: 14,
        vconcat: [
          {
            width,
            height: 260,
            encoding: { x: hasRatio ? { ...x, title: null } : x },
            layer: [meanLine('actual', title), meanLine('expected', title)],
          },
          ...(hasRatio ? [ratioBars(x, Math.max(1, ...ratios))] : []),
        ],
      };
    },
  );
}

function inAll({ metrics }: RegressionReport): string {
  const [low, high] = [metrics.test_ae_ratio_ci_low, metrics.test_ae_ratio_ci_high].map(rounded);
  const all = `in all: ${rounded(metrics.test_ae_ratio)} of what was expected`;
  return `${all} (95 %: ${low ?? ''} to ${high ?? ''})`;
}

function ratioBars(x: object, highest: number): object {
  const y = {
    field: 'ae_ratio',
    type: 'quantitative',
    title: ['actual /', 'expected'],
    axis: { tickCount: 4 },
    // Room above the tallest bar for the numbers.
    scale: { domain: [0, 1.3 * highest], nice: false },
  };
  return {
    width,
    height: 110,
    encoding: { x },
    layer: [
      { mark: { type: 'bar', color: ink.faint, width: 24 }, encoding: { y } },
      {
        mark: { type: 'text', fontSize: 10, color: ink.strong },
        encoding: {
          y: { value: 9 },
          text: { field: 'ae_ratio', type: 'quantitative', format: '.2f' },
        },
      },
      {
        data: { values: [{ one: 1 }] },
        mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 1.3, color: ink.strong },
        encoding: {
          x: { value: 0 },
          x2: { value: width },
          y: { field: 'one', type: 'quantitative' },
        },
      },
    ],
  };
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
        axis: { tickCount: 6, ...amountLabels },
      },
    },
  };
}
