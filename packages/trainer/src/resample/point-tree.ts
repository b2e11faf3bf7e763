import { byPlace } from './select-place.ts';
import type { Points } from './points.ts';

/** At most so many points are compared one by one: with fewer, boxes cost more than they save where none is far off. */
const leafSize = 128;

/** Points that lie beside each other in space and in memory, and the box that holds their numbers. */
export interface PointNode {
  /** Places in `PointTree.order`: from … to − 1. */
  readonly from: number;
  readonly to: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly children: readonly [PointNode, PointNode] | undefined;
}

/** Points cut in halves along their widest column, again and again: Bentley's k-d tree. */
export interface PointTree {
  readonly root: PointNode;
  /** The row of each place. */
  readonly order: Int32Array;
}

/**
 * Builds the tree over the numbers; codes have no order to cut by.
 *
 * Source: Bentley, "Multidimensional binary search trees used for associative searching" (1975).
 */
export function pointTree({ count, numbers, width }: Points): PointTree {
  const order = Int32Array.from({ length: count }, (_, row) => row);
  const node = (from: number, to: number): PointNode => {
    const { low, high } = boxOf(order.subarray(from, to), numbers, width);
    const widest = widestColumn(low, high);
    // Points that are all the same cannot be cut.
    if (to - from <= leafSize || !((high[widest] ?? 0) > (low[widest] ?? 0))) {
      return { from, to, low, high, children: undefined };
    }
    const middle = (from + to) >> 1;
    byPlace(order, { from, to, place: middle }, (row) => numbers[row * width + widest] ?? 0);
    return { from, to, low, high, children: [node(from, middle), node(middle, to)] };
  };
  return { root: node(0, count), order };
}

function boxOf(rows: Int32Array, numbers: Float64Array, width: number) {
  const low = new Float64Array(width).fill(Infinity);
  const high = new Float64Array(width).fill(-Infinity);
  for (const row of rows) {
    for (let column = 0; column < width; column += 1) {
      const value = numbers[row * width + column] ?? 0;
      if (value < (low[column] ?? 0)) low[column] = value;
      if (value > (high[column] ?? 0)) high[column] = value;
    }
  }
  return { low, high };
}

function widestColumn(low: Float64Array, high: Float64Array): number {
  let widest = 0;
  const span = (column: number): number => (high[column] ?? 0) - (low[column] ?? 0);
  for (let column = 1; column < low.length; column += 1) {
    if (span(column) > span(widest)) widest = column;
  }
  return widest;
}
