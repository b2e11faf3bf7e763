import { lossOf } from '../../metrics/index.ts';
import { parallelAxes } from '../parallel-axes.ts';
import type { ParallelAxis } from '../parallel-axes.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { SweepReport } from '../sweep-report.ts';
import { trialRows } from '../tables/trials.ts';
import { dashes, ink, shades } from '../theme.ts';
import type { TrialPoint } from '../trial-point.ts';
import { scoreTitle, trialCount, variantNames } from '../trial-captions.ts';

/** Drawn lines: the best ones, when there are more. */
const most = 300;

/** Each trial as a line over the parameters to its score; the best of each variant is drawn out. */
export function parallelCoordinatesPicture(report: SweepReport): Picture {
  return picture(
    `parallel-coordinates${report.suffix}`,
    () => trialRows(report.trials),
    () => view(report),
  );
}

function view(report: SweepReport) {
  const loss = (trial: TrialPoint): number => lossOf(trial.score, report.direction);
  const ranked = report.trials
    .filter(({ score }) => Number.isFinite(score))
    .toSorted((a, b) => loss(a) - loss(b));
  if (ranked.length === 0) throw new RangeError('every trial failed');
  const variants = variantNames(report.trials);
  const best = variants.flatMap((name) => ranked.find(({ variant }) => variant === name) ?? []);
  const shown = ranked.slice(0, most);
  const shade = shading(report);
  const axes = parallelAxes(ranked, report.scoring, report.logarithmic);
  const x = {
    field: 'axis',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { labels: false, ticks: false, domain: false, grid: true, gridColor: ink.faint },
  };
  const y = {
    field: 'place',
    type: 'quantitative',
    title: null,
    axis: null,
    scale: { domain: [0, 1] },
  };
  return {
    title: {
      text: `Parameters of the trials · ${report.sweep}`,
      subtitle: [
        `${trialCount(report)}${shown.length < ranked.length ? `, the best ${most} drawn` : ''}`,
        `each line: one trial, the darker the better its ${scoreTitle(report)} · black: the best trial of each variant`,
      ],
      offset: 40,
    },
    width: Math.max(420, axes.length * axisWidth(axes)),
    height: 300,
    layer: [
      {
        data: { values: lines(shown.toReversed(), axes, loss) },
        mark: { type: 'line', strokeWidth: 1.2 },
        encoding: {
          x,
          y,
          detail: { field: 'line' },
          color: {
            field: shade.field,
            type: 'quantitative',
            title: shade.title,
            scale: { range: shade.range, zero: false, nice: false },
            legend: { gradientLength: 140 },
          },
        },
      },
      {
        data: { values: lines(best, axes, loss) },
        mark: { type: 'line', strokeWidth: 2.6, color: 'black' },
        encoding: {
          x,
          y,
          strokeDash: {
            field: 'variant',
            title: 'best trial of',
            scale: {
              domain: variants,
              range: variants.map((_, place) => dashes[place % dashes.length]),
            },
            legend: { symbolType: 'stroke', symbolSize: 900, symbolStrokeColor: 'black' },
          },
        },
      },
      ...[
        { text: 'low', place: 0, dy: 14, fontWeight: 'normal' },
        { text: 'high', place: 1, dy: -10, fontWeight: 'normal' },
        { text: 'name', place: 1, dy: -26, fontWeight: 'bold' },
      ].map(({ text, place, ...mark }) => ({
        data: {
          values: axes.map(({ name, low, high }) => ({ axis: name, name, low, high, place })),
        },
        mark: { type: 'text', fontSize: 10.5, color: ink.strong, ...mark },
        encoding: { x, y, text: { field: text, type: 'nominal' } },
      })),
    ],
  };
}

/** What the lines are shaded by, the better the darker. */
function shading({ direction, scoring }: SweepReport) {
  const lessIsBetter = shades.toReversed();
  switch (direction) {
    case 'maximize':
      return { field: 'score', title: scoring, range: shades };
    case 'minimize':
      return { field: 'score', title: scoring, range: lessIsBetter };
    case 'toward-one':
      return { field: 'loss', title: `|ln ${scoring}|`, range: lessIsBetter };
  }
}

/** One row for each trial and axis; a parameter that a trial does not have is left out. */
function lines(
  trials: readonly TrialPoint[],
  axes: readonly ParallelAxis[],
  loss: (trial: TrialPoint) => number,
): object[] {
  return trials.flatMap((trial) =>
    axes.flatMap((axis) => {
      const place = axis.placeOf(trial);
      const { variant, index, score } = trial;
      return place === undefined
        ? []
        : [
            {
              line: `${variant} ${index}`,
              variant,
              score,
              loss: loss(trial),
              axis: axis.name,
              place,
            },
          ];
    }),
  );
}

/** So that the names of two axes side by side do not touch. */
function axisWidth(axes: readonly ParallelAxis[]): number {
  return Math.max(95, ...axes.map(({ name }) => name.length * 8));
}
