import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import type { SweepReport } from '../sweep-report.ts';
import { progressRows } from '../tables/best-so-far.ts';
import { ink } from '../theme.ts';
import { scoreAxis, scoreTitle, trialCount, variantNames } from '../trial-captions.ts';
import { lineLegend, variantScales } from './variant-scales.ts';

/** How the best score of each variant rose with the number of trials. */
export function bestSoFarPicture(report: SweepReport): Picture {
  const { color, strokeDash } = variantScales(variantNames(report.trials));
  const x = {
    field: 'trials',
    type: 'quantitative',
    title: 'trials drawn',
    // The first trial is a little inside of the frame, so that its point is whole.
    scale: { zero: false, nice: false, padding: 8 },
    axis: { tickMinStep: 1, format: 'd' },
  };
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: scoreTitle(report),
    scale: { zero: false },
    axis: scoreAxis(report.trials),
  });
  const variant = { field: 'variant', title: 'variant', sort: null };
  const legend = lineLegend;
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
          mark: {
            type: 'point',
            size: 24,
            filled: true,
            color: ink.middle,
            opacity: 1,
            fillOpacity: 0.6,
          },
          encoding: { x, y: y('score') },
        },
        {
          transform: [{ filter: 'datum.best !== null' }],
          mark: { type: 'line', interpolate: 'step-after' },
          encoding: {
            x,
            y: y('best'),
            color: { ...variant, scale: color, legend },
            strokeDash: { ...variant, scale: strokeDash, legend },
          },
        },
      ],
    }),
  );
}
