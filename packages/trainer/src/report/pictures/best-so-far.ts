import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { SweepReport } from '../sweep-report.ts';
import { progressRows } from '../tables/best-so-far.ts';
import { scoreTitle, trialCount, variantNames } from '../trial-captions.ts';
import { variantScales } from './variant-scales.ts';

/** How the best score of each variant rose with the number of trials. */
export function bestSoFarPicture(report: SweepReport): Picture {
  const scales = variantScales(variantNames(report.trials));
  const encoding = {
    x: {
      field: 'trials',
      type: 'quantitative',
      title: 'trials drawn',
      axis: { tickMinStep: 1, format: 'd' },
    },
    color: { field: 'variant', title: 'variant', scale: scales.color, sort: null },
  };
  return picture(
    `best-so-far${report.suffix}`,
    () => progressRows(report.trials, report.direction),
    (rows) => ({
      title: {
        text: `Best score so far · ${report.sweep}`,
        subtitle: [trialCount(report), 'lines: best so far · points: each trial'],
      },
      width: 560,
      height: 320,
      data: { values: rows },
      layer: [
        {
          transform: [{ filter: 'datum.score !== null' }],
          mark: { type: 'point', size: 22, opacity: 0.45 },
          encoding: {
            ...encoding,
            y: score(report, 'score'),
            shape: { field: 'variant', scale: scales.shape, sort: null, legend: null },
          },
        },
        {
          transform: [{ filter: 'datum.best !== null' }],
          mark: { type: 'line', interpolate: 'step-after' },
          encoding: {
            ...encoding,
            y: score(report, 'best'),
            strokeDash: {
              field: 'variant',
              title: 'variant',
              scale: scales.strokeDash,
              sort: null,
              legend: { symbolType: 'stroke', symbolSize: 900, symbolStrokeWidth: 2 },
            },
          },
        },
      ],
    }),
  );
}

function score(report: SweepReport, field: string): object {
  return { field, type: 'quantitative', title: scoreTitle(report), scale: { zero: false } };
}
