import { lossOf } from '../../metrics/index.ts';
import { parallelAxes } from '../parallel-axes.ts';
import type { ParallelAxis } from '../parallel-axes.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { SweepReport } from '../sweep-report.ts';
import { trialRows } from '../tables/trials.ts';
import { greys, ink } from '../theme.ts';
import type { TrialPoint } from '../trial-point.ts';
import { scoreTitle, trialCount, variantNames } from '../trial-captions.ts';
import { lineLegend, variantScales } from './variant-scales.ts';

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
  const shade = shading(report, ranked);
  const scores = new Set(ranked.map(({ score }) => score)).size;
  const axes = parallelAxes(ranked, report.scoring, report.logarithmic);
  const { color, strokeDash } = variantScales(variants);
  const variant = { field: 'variant', title: 'best trial of', sort: null };
  const legend = lineLegend;
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
        `each line: one trial, the darker the better its ${scoreTitle(report)} · thick: the best trial of each variant`,
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
          // Not color, which stands for the variant in the layer above.
          stroke: {
            field: shade.field,
            type: 'quantitative',
            title: shade.title,
            scale: { range: shade.range, domain: shade.domain, clamp: true, nice: false },
            legend: scores > 1 ? { gradientLength: 140, tickCount: 4 } : null,
          },
        },
      },
      {
        data: {
          values: best.flatMap((trial, place) =>
            lines([trial], axes, loss).map((row) => ({
              ...row,
              width: thickness(place, best.length),
            })),
          ),
        },
        mark: { type: 'line' },
        encoding: {
          x,
          y,
          color: { ...variant, scale: color, legend },
          strokeDash: { ...variant, scale: strokeDash, legend },
          size: { field: 'width', type: 'quantitative', scale: null, legend: null },
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

/**
 * What the lines are shaded by, the better the darker; the worst tenth is all as light, since a single bad trial would
 * leave the others without a difference.
 *
 * @param ranked the best first
 */
function shading({ direction, scoring }: SweepReport, ranked: readonly TrialPoint[]) {
  const [best, worst] = [ranked[0], ranked[Math.ceil(0.9 * ranked.length) - 1]];
  const towardOne = direction === 'toward-one';
  const ends = [worst, best].map((trial) => {
    const score = trial?.score ?? NaN;
    return towardOne ? lossOf(score, direction) : score;
  });
  const rising = (ends[0] ?? 0) <= (ends[1] ?? 0);
  return {
    field: towardOne ? 'loss' : 'score',
    title: towardOne ? `|ln ${scoring}|` : scoring,
    domain: rising ? ends : ends.toReversed(),
    range: rising ? greys : greys.toReversed(),
  };
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

/**
 * The first is the thickest, and later ones are drawn over it: variants draw the same parameters, so that their best
 * trials are often the same line.
 */
function thickness(place: number, count: number): number {
  const [thickest, thinnest] = [6, 2];
  return thickest - ((thickest - thinnest) * place) / Math.max(1, count - 1);
}

/** So that the names of two axes side by side do not touch. */
function axisWidth(axes: readonly ParallelAxis[]): number {
  return Math.max(95, ...axes.map(({ name }) => name.length * 8));
}
