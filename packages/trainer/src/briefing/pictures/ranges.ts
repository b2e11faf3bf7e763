import type { PictureSpec } from '../../report/index.ts';
import { ink } from '../../report/index.ts';

/** A value with its interval, on a line of its own. */
export interface RangeLine {
  /** May have two lines. */
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Drawn filled; the others are hollow. */
  readonly strong: boolean;
}

export interface RangePicture {
  readonly lines: readonly RangeLine[];
  /** Title of the axis. */
  readonly axis: string;
  /** Where a dashed upright stands. */
  readonly mark?: number | undefined;
  /** d3 format of the axis. Default `.2f`. */
  readonly format?: string;
  /** Width of the field. Default 200. */
  readonly width?: number;
}

/** Values and intervals below each other. */
export function rangePicture({
  lines,
  axis,
  mark,
  format = '.2f',
  width = 200,
}: RangePicture): PictureSpec {
  const y = {
    field: 'label',
    type: 'nominal',
    sort: null,
    title: null,
    axis: {
      ticks: false,
      domain: false,
      labelLimit: 190,
      labelPadding: 6,
      labelExpr: "split(datum.label, '\\n')",
    },
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    title: axis,
    // Room at both ends: an interval that ends at the frame looks cut off.
    scale: { zero: false, nice: false, padding: 8 },
    axis: { tickCount: 4, format },
  });
  const upright = {
    data: { values: [{ mark }] },
    mark: { type: 'rule', color: ink.middle, strokeDash: [4, 3] },
    encoding: { x: x('mark') },
  };
  const twoLines = lines.some(({ label }) => label.includes('\n'));
  return {
    width,
    height: { step: twoLines ? 32 : 22 },
    data: { values: lines },
    layer: [
      ...(mark === undefined ? [] : [upright]),
      {
        mark: { type: 'rule', color: ink.strong, strokeWidth: 1.6 },
        encoding: { y, x: x('low'), x2: { field: 'high' } },
      },
      {
        mark: { type: 'point', size: 62, stroke: ink.strong, strokeWidth: 1.6, opacity: 1 },
        encoding: {
          y,
          x: x('value'),
          fill: {
            field: 'strong',
            type: 'nominal',
            legend: null,
            scale: { domain: [true, false], range: [ink.strong, 'white'] },
          },
        },
      },
    ],
  };
}
