import type { Picture } from './picture.ts';
import { bestSoFarPicture } from './pictures/best-so-far.ts';
import { parallelCoordinatesPicture } from './pictures/parallel-coordinates.ts';
import { scoreByParameterPicture } from './pictures/score-by-parameter.ts';
import type { SweepReport } from './sweep-report.ts';
import { parameterNames } from './tables/trials.ts';

/** The pictures of a sweep: the only list. A sweep that draws no parameter has none of parameters. */
export function sweepPictures(report: SweepReport): Picture[] {
  const ofParameters = [parallelCoordinatesPicture(report), scoreByParameterPicture(report)];
  return [
    ...(parameterNames(report.trials).length > 0 ? ofParameters : []),
    bestSoFarPicture(report),
  ];
}
