import type { PictureSpec } from '../../report/index.ts';
import { ink, nameLabels, shortNameOf } from '../../report/index.ts';

/** A value with its interval, on a line of its own. */
export interface RangeLine {
  /** One line, or all of them two. */
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
  /** Vega-lite: how the numbers of the axis are written. */
  readonly labels: object;
  /** Width of the field. Default 200. */
  readonly width?: number;
}

/** Values and intervals below each other. */
export function rangePicture({
  lines,
  axis,
  mark,
  labels,
  width = 200,
}: RangePicture): PictureSpec {
  const twoLines = lines.some(({ label }) => label.includes('\n'));
  const line = (place: 0 | 1): string => `split(datum.label, '\\n')[${place}]`;
  const y = {
    field: 'label',
    type: 'nominal',
    sort: null,
    title: null,
    axis: {
      ticks: false,
      domain: false,
      ...nameLabels,
      labelPadding: 6,
      labelExpr: twoLines
        ? `[${shortNameOf(line(0))}, ${shortNameOf(line(1))}]`
        : nameLabels.labelExpr,
    },
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    title: axis,
    // Room at both ends: an interval that ends at the frame looks cut off.
    scale: { zero: false, nice: false, padding: 8 },
    axis: { tickCount: 4, ...labels },
  });
  const upright = {
    data: { values: [{ mark }] },
    mark: { type: 'rule', color: ink.middle, strokeDash: [4, 3] },
    encoding: { x: x('mark') },
  };
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
