import type { Picture } from './picture.ts';
import { bestSoFarPicture } from './pictures/best-so-far.ts';
import { parallelCoordinatesPicture } from './pictures/parallel-coordinates.ts';
import { scoreByParameterPicture } from './pictures/score-by-parameter.ts';
import type { SweepReport } from './sweep-report.ts';

/** The pictures of a sweep: the only list. */
export function sweepPictures(report: SweepReport): Picture[] {
  return [
    parallelCoordinatesPicture(report),
    scoreByParameterPicture(report),
    bestSoFarPicture(report),
  ];
}
