import type { FittedReport } from './fitted-report.ts';
import type { Picture } from './picture.ts';
import { importancePicture } from './pictures/importance.ts';
import { learningCurvesPicture } from './pictures/learning-curves.ts';

/** The pictures of a fitted model, the same for every task: the only list. An ensemble has none of them. */
export function fittedPictures(report: FittedReport): Picture[] {
  return [importancePicture(report), learningCurvesPicture(report)];
}
