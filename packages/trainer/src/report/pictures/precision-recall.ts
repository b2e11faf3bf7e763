import { caption, rounded, testRows, thresholdText } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { positiveCount } from '../score-levels.ts';
import { precisionRecallPoints } from '../tables/precision-recall.ts';
import type { PrecisionRecallPoint } from '../tables/precision-recall.ts';
import { ink } from '../theme.ts';
import { thinnedCurve } from '../thinned.ts';
import type { BinaryReport } from '../binary-report.ts';
import { guide, marked, shareAxis, squareField } from './axes.ts';
import { drawnPoints, tablePoints } from './limits.ts';

const axes = (['recall', 'precision'] as const).map(
  (name) => (point: PrecisionRecallPoint) => point[name],
);

/** Precision against recall over all thresholds, with the point of the variant's threshold and the share of positives. */
export function precisionRecallPicture(report: BinaryReport): Picture {
  const { labels } = report.test;
  const base = positiveCount(labels) / labels.length;
  return picture(
    'precision-recall-curve',
    () => thinnedCurve(precisionRecallPoints(report.test), axes, tablePoints),
    (points) => ({
      title: caption(
        'Precision–recall curve',
        report.variant,
        testRows(report),
        `average precision ${rounded(report.metrics.test_pr_auc)} · dashed: chance, ${rounded(base)}`,
      ),
      ...squareField,
      encoding: {
        x: shareAxis('recall', 'recall (positive rows that are found)'),
        y: shareAxis('precision', 'precision (found rows that are positive)'),
      },
      layer: [
        guide(
          [
            [0, base],
            [1, base],
          ],
          'recall',
          'precision',
        ),
        {
          data: {
            values: thinnedCurve(points, axes, drawnPoints).map((point, order) => ({
              ...point,
              order,
            })),
          },
          // Precision holds until recall falls: the area is the average precision.
          mark: { type: 'line', color: ink.strong, interpolate: 'step-after' },
          encoding: { order: { field: 'order' } },
        },
        ...marked(
          points.find(({ threshold }) => threshold !== null && threshold > report.threshold),
          `threshold ${thresholdText(report.threshold)}`,
          { x: 'recall', y: 'precision', side: 'above' },
        ),
      ],
    }),
  );
}
