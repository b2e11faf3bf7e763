import type { PictureSpec } from '../../../report/index.ts';
import { ink } from '../../../report/index.ts';
import type { BinaryFindings } from '../../findings.ts';

const size = { width: 230, height: 200 };
const share = (field: string, title: string): object => ({
  field,
  type: 'quantitative',
  title,
  scale: { domain: [0, 1] },
  axis: { format: '%', tickCount: 5 },
});
const diagonal = (x: string, y: string): object => ({
  data: {
    values: [
      { [x]: 0, [y]: 0 },
      { [x]: 1, [y]: 1 },
    ],
  },
  mark: { type: 'line', color: ink.faint, strokeDash: [4, 3] },
});

/** Most points that a line is drawn with. */
const mostPoints = 200;

/** What is found when the cases are worked through from the highest score down. */
export function gainCurve(gains: BinaryFindings['gains']): PictureSpec {
  const step = Math.max(1, Math.floor(gains.length / mostPoints));
  const points = gains.filter((_, place) => place % step === 0 || place === gains.length - 1);
  return {
    ...size,
    encoding: {
      x: share('rowsShare', 'cases looked at, highest scores first'),
      y: share('gain', 'positive cases found'),
    },
    layer: [
      diagonal('rowsShare', 'gain'),
      { data: { values: points }, mark: { type: 'line', color: ink.strong } },
    ],
  };
}

/** What the model says against what happened. */
export function calibrationCurve(bins: BinaryFindings['calibration']): PictureSpec {
  return {
    ...size,
    encoding: {
      x: share('predicted', 'probability that the model gives'),
      y: share('observed', 'share that was positive'),
    },
    layer: [
      diagonal('predicted', 'observed'),
      {
        data: { values: bins },
        mark: {
          type: 'line',
          color: ink.strong,
          point: { filled: true, size: 45, color: ink.strong },
        },
      },
    ],
  };
}

/** The share found when so many of the cases are looked at; NaN without points. */
export function gainAt(gains: BinaryFindings['gains'], rowsShare: number): number {
  const before = gains.findLast((point) => point.rowsShare <= rowsShare);
  const after = gains.find((point) => point.rowsShare >= rowsShare);
  if (!before || !after) return NaN;
  const span = after.rowsShare - before.rowsShare;
  const part = span === 0 ? 0 : (rowsShare - before.rowsShare) / span;
  return before.gain + part * (after.gain - before.gain);
}
