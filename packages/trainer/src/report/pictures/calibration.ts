import { caption, rounded, testRows } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { calibrationBins } from '../tables/calibration.ts';
import type { CalibrationBin } from '../tables/calibration.ts';
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
        `Brier score ${rounded(report.metrics.test_brier)} · dashed: it happens as often as predicted`,
      ),
      data: { values: bins },
      spacing: 12,
      vconcat: [reliability, counts(bins)],
    }),
  );
}

const reliability = {
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
};

function counts(bins: readonly CalibrationBin[]): object {
  // Room above the tallest bar for its number.
  const top = 1.3 * Math.max(...bins.map(({ rows }) => rows));
  const y = {
    field: 'rows',
    type: 'quantitative',
    title: 'rows',
    axis: { tickCount: 3 },
    scale: { domain: [0, top], nice: false },
  };
  const title = 'predicted probability, in ten bins';
  return {
    width: squareField.width,
    height: 90,
    layer: [
      {
        mark: { type: 'bar', color: ink.faint },
        encoding: {
          x: { ...shareAxis('from', title), bin: { binned: true } },
          x2: { field: 'to' },
          y,
        },
      },
      {
        transform: [{ calculate: '(datum.from + datum.to) / 2', as: 'middle' }],
        mark: { type: 'text', dy: -7, fontSize: 10, color: ink.strong },
        encoding: {
          x: shareAxis('middle', title),
          y,
          text: { field: 'rows', type: 'quantitative', format: ',' },
        },
      },
    ],
  };
}
