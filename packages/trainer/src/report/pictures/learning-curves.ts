import { caption } from '../captions.ts';
import type { FittedReport } from '../fitted-report.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { curvePoints } from '../tables/learning-curves.ts';
import { ink } from '../theme.ts';
import { thinned } from '../thinned.ts';
import { drawnPoints } from './limits.ts';

/** Each evaluation metric over the rounds: the refit on its own rows, and the folds on rows they have not seen. */
export function learningCurvesPicture({ variant, curves, rounds }: FittedReport): Picture {
  return picture(
    'learning-curves',
    () => curvePoints(curves),
    (points) => ({
      title: caption(
        'Learning curves',
        variant,
        'dashed: the model on its own training rows · solid: mean of the folds on rows they were not fitted to',
        `dotted: the model's n = ${rounds} rounds, the median of the folds' best`,
      ),
      columns: 3,
      spacing: 26,
      concat: [...new Set(points.map(({ metric }) => metric))].map((metric) =>
        metricView(
          metric,
          points.filter((point) => point.metric === metric),
          rounds,
        ),
      ),
    }),
  );
}

function metricView(
  metric: string,
  points: ReturnType<typeof curvePoints>,
  rounds: number,
): object {
  const parts = [...new Set(points.map(({ part }) => part))];
  const values = parts.flatMap((part) =>
    thinned(
      points.filter((point) => point.part === part),
      drawnPoints,
    ),
  );
  return {
    width: 270,
    height: 230,
    layer: [
      {
        data: { values: [{ round: rounds }] },
        mark: { type: 'rule', color: ink.middle, strokeDash: [1, 3] },
        encoding: { x: { field: 'round', type: 'quantitative' } },
      },
      {
        data: { values },
        mark: 'line',
        encoding: {
          x: {
            field: 'round',
            type: 'quantitative',
            title: 'boosting round',
            axis: { tickCount: 5, tickMinStep: 1, format: 'd' },
          },
          y: {
            field: 'value',
            type: 'quantitative',
            title: metric,
            scale: { zero: false, nice: true },
          },
          strokeDash: {
            field: 'part',
            title: null,
            scale: {
              domain: ['cv', 'train'],
              range: [
                [1, 0],
                [5, 3],
              ],
            },
            legend: { symbolStrokeColor: ink.strong, symbolSize: 400 },
          },
          color: {
            field: 'part',
            title: null,
            scale: { domain: ['cv', 'train'], range: [ink.strong, ink.middle] },
          },
        },
      },
    ],
  };
}
