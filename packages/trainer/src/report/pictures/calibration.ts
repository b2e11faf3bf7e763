import { caption, rounded, testRows } from '../captions.ts';
import { picture } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { calibrationBins } from '../tables/calibration.ts';
import type { CalibrationBin } from '../tables/calibration.ts';
import { ink } from '../theme.ts';
import type { BinaryReport } from '../binary-report.ts';
import { guide, shareAxis, squareField } from './axes.ts';

/**
 * What the model says against what is true, and below it how many rows each point stands for; before and after the
 * calibration where there is one.
 */
export function calibrationPicture(report: BinaryReport): Picture {
  const { metrics, uncalibrated } = report;
  return picture(
    'calibration',
    () => bothBins(report),
    (bins) => ({
      title: caption(
        'Calibration',
        report.variant,
        testRows(report),
        `Brier score ${rounded(metrics.test_brier)} · ECE ${rounded(metrics.test_ece)} · dashed: it happens as often as predicted`,
        ...(uncalibrated
          ? [
              `grey crosses: before the calibration, Brier score ${rounded(metrics.test_brier_uncalibrated)} · ECE ${rounded(metrics.test_ece_uncalibrated)}`,
            ]
          : []),
      ),
      spacing: 12,
      vconcat: [reliability(bins), counts(bins.filter(isFinal))],
    }),
  );
}

function bothBins({ test, uncalibrated }: BinaryReport): readonly CalibrationBin[] {
  if (!uncalibrated) return calibrationBins(test);
  const before = calibrationBins({ labels: test.labels, scores: uncalibrated });
  return [
    ...calibrationBins(test).map((bin) => ({ scores: 'calibrated' as const, ...bin })),
    ...before.map((bin) => ({ scores: 'uncalibrated' as const, ...bin })),
  ];
}

/** Of the scores that the model gives in the end. */
function isFinal({ scores }: CalibrationBin): boolean {
  return scores !== 'uncalibrated';
}

function reliability(bins: readonly CalibrationBin[]): object {
  return {
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
      pointedLine(
        bins.filter((bin) => !isFinal(bin)),
        { color: ink.middle, shape: 'cross', strokeDash: [2, 3] },
      ),
      pointedLine(bins.filter(isFinal), { color: ink.strong, shape: 'circle', strokeDash: [1, 0] }),
    ].filter((layer) => layer !== undefined),
  };
}

function pointedLine(
  values: readonly CalibrationBin[],
  look: { readonly color: string; readonly shape: string; readonly strokeDash: readonly number[] },
): object | undefined {
  if (values.length === 0) return undefined;
  const { color, shape, strokeDash } = look;
  return {
    data: { values },
    mark: { type: 'line', color, strokeDash, point: { filled: true, size: 60, color, shape } },
  };
}

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
    data: { values: bins },
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
