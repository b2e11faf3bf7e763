import type { Picture } from './picture.ts';
import { calibrationPicture } from './pictures/calibration.ts';
import { confusionPicture } from './pictures/confusion.ts';
import { gainsPicture } from './pictures/gains.ts';
import { importancePicture } from './pictures/importance.ts';
import { learningCurvesPicture } from './pictures/learning-curves.ts';
import { precisionRecallPicture } from './pictures/precision-recall.ts';
import { rocPicture } from './pictures/roc.ts';
import { thresholdPicture } from './pictures/threshold.ts';
import type { VariantReport } from './variant-report.ts';

/** The pictures of a variant of two classes: the only list. */
export function variantPictures(report: VariantReport): Picture[] {
  return [
    confusionPicture(report),
    rocPicture(report),
    precisionRecallPicture(report),
    calibrationPicture(report),
    ...thresholdPicture(report),
    gainsPicture(report),
    importancePicture(report),
    learningCurvesPicture(report),
  ];
}
