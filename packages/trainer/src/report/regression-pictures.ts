import type { Picture } from './picture.ts';
import { aeByDecilePicture } from './pictures/ae-by-decile.ts';
import { predictedPicture } from './pictures/predicted-against-actual.ts';
import { quantileCoveragePicture } from './pictures/quantile-coverage.ts';
import { residualSpreadPicture, residualsPicture } from './pictures/residuals.ts';
import type { RegressionReport } from './regression-report.ts';

/** The pictures of predicted numbers: the only list. */
export function regressionPictures(report: RegressionReport): Picture[] {
  const { quantile } = report;
  return [
    predictedPicture(report),
    residualsPicture(report),
    residualSpreadPicture(report),
    // The sum of medians is not the median of a sum: a quantile has no total to be compared with.
    quantile === undefined ? aeByDecilePicture(report) : quantileCoveragePicture(report, quantile),
  ];
}
