import { caption, rounded, testRows } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { calibrationBins } from '../tables/calibration.ts';
import { ink } from '../theme.ts';
import type { VariantReport } from '../variant-report.ts';
import { guide, shareAxis, squareField } from './axes.ts';

/** What the model says against what is true, and below it how many rows each point stands for. */
export function calibrationPicture(report: VariantReport): Picture {
  return picture(
    'calibration',
    () => calibrationBins(report.test),
    (bins) => ({
      title: caption(
        'Calibration',
        report.variant,
        testRows(report),
        `Brier score ${rounded(report.metrics.test_brier)} · dashed: predictions that come true as often as they say`,
      ),
      data: { values: bins },
      spacing: 12,
      vconcat: [
        {
          ...squareField,
          encoding: {
            x: shareAxis('mean_predicted', 'mean predicted probability in the bin'),
            y: shareAxis('observed', 'observed share of positive rows'),
          },
          layer: [
            guide(
              [
                [0, 0],
                [1, 1],
              ],
              'mean_predicted',
              'observed',
            ),
            {
              mark: {
                type: 'line',
                color: ink.strong,
                point: { filled: true, size: 60, color: ink.strong },
              },
            },
          ],
        },
        {
          width: squareField.width,
          height: 90,
          encoding: {
            x: {
              ...shareAxis('from', 'predicted probability, in ten bins'),
              bin: { binned: true },
            },
            x2: { field: 'to' },
          },
          layer: [
            {
              mark: { type: 'bar', color: ink.faint },
              encoding: {
                y: { field: 'rows', type: 'quantitative', title: 'rows', axis: { tickCount: 3 } },
              },
            },
            {
              transform: [{ calculate: '(datum.from + datum.to) / 2', as: 'middle' }],
              mark: { type: 'text', dy: -6, fontSize: 10, color: ink.strong },
              encoding: {
                x: { field: 'middle', type: 'quantitative' },
                x2: null,
                y: { field: 'rows', type: 'quantitative', scale: { padding: 14 } },
                text: { field: 'rows', type: 'quantitative', format: ',' },
              },
            },
          ],
        },
      ],
    }),
  );
}
