import type { BinaryReport } from './binary-report.ts';
import type { Picture } from './picture.ts';
import { calibrationPicture } from './pictures/calibration.ts';
import { confusionPicture } from './pictures/confusion.ts';
import { gainsPicture } from './pictures/gains.ts';
import { precisionRecallPicture } from './pictures/precision-recall.ts';
import { rocPicture } from './pictures/roc.ts';
import { thresholdPicture } from './pictures/threshold.ts';

/** The pictures of scores of two classes: the only list. */
export function binaryPictures(report: BinaryReport): Picture[] {
  return [
    confusionPicture(report),
    rocPicture(report),
    precisionRecallPicture(report),
    calibrationPicture(report),
    ...thresholdPicture(report),
    gainsPicture(report),
  ];
}
