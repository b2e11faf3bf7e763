import type { MulticlassReport } from './multiclass-report.ts';
import type { Picture } from './picture.ts';
import { classConfusionPicture } from './pictures/class-confusion.ts';
import { classMetricsPicture } from './pictures/class-metrics.ts';

/** The pictures of probabilities of several classes: the only list. */
export function multiclassPictures(report: MulticlassReport): Picture[] {
  return [classConfusionPicture(report), classMetricsPicture(report)];
}
