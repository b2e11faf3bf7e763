import { caption, rounded, testRows, thresholdText } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { rocPoints } from '../tables/roc.ts';
import type { RocPoint } from '../tables/roc.ts';
import { ink } from '../theme.ts';
import { thinnedCurve } from '../thinned.ts';
import type { BinaryReport } from '../binary-report.ts';
import { guide, marked, shareAxis, squareField } from './axes.ts';
import { drawnPoints, tablePoints } from './limits.ts';

const [x, y] = ['false_positive_rate', 'true_positive_rate'] as const;

const axes = [x, y].map((name) => (point: RocPoint) => point[name]);

/** True against false positives over all thresholds, with the point of the variant's threshold. */
export function rocPicture(report: BinaryReport): Picture {
  return picture(
    'roc-curve',
    () => thinnedCurve(rocPoints(report.test), axes, tablePoints),
    (points) => ({
      title: caption(
        'ROC curve',
        report.variant,
        testRows(report),
        `area under the curve ${rounded(report.metrics.test_roc_auc)} · dashed: chance`,
      ),
      ...squareField,
      encoding: {
        x: shareAxis(x, 'false positive rate (of negative rows)'),
        y: shareAxis(y, 'true positive rate (of positive rows)'),
      },
      layer: [
        guide(
          [
            [0, 0],
            [1, 1],
          ],
          x,
          y,
        ),
        {
          data: {
            values: thinnedCurve(points, axes, drawnPoints).map((point, order) => ({
              [x]: point[x],
              [y]: point[y],
              order,
            })),
          },
          mark: { type: 'line', color: ink.strong },
          encoding: { order: { field: 'order' } },
        },
        ...marked(
          plain(points.findLast(({ threshold }) => threshold > report.threshold)),
          `threshold ${thresholdText(report.threshold)}`,
          { x, y, side: 'below' },
        ),
      ],
    }),
  );
}

/** Without the threshold, which may be infinite. */
function plain(point: RocPoint | undefined) {
  return point && { [x]: point[x], [y]: point[y] };
}
