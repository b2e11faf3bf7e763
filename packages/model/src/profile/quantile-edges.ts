import { cellOf } from './cell-of.ts';

/** PSI's usual number of bins. */
const binCount = 10;

/** Cells in a bin, at most: the grid on which distributions are compared as a whole. */
const cellsPerBin = 10;

/** A cell is cut for at least so many rows of the reference; equal values stay together, so that one may hold fewer. */
const fewestRows = 5;

export interface QuantileEdges {
  readonly edges: number[];
  /** The first cell of each bin. */
  readonly bins: number[];
}

/**
 * Edges that cut sorted values into cells of about equal counts, up to a hundred, and into ten bins of
 * them. An edge lies midway between two neighbouring values, so it is no value of the data and a last
 * bit of rounding moves nothing across it. Where a tenth of the values are the smallest one, an edge
 * lies below them, and likewise above the largest: a −999 among new zeros has a bin of its own.
 *
 * @param sorted ascending, finite; at least one
 */
export function quantileEdges(sorted: Float64Array): QuantileEdges {
  const n = sorted.length;
  const bins = Math.max(1, Math.min(binCount, Math.floor(n / fewestRows)));
  const perBin = Math.max(1, Math.min(cellsPerBin, Math.floor(n / (bins * fewestRows))));
  const edges = new Set<number>();
  const binEdges = new Set<number>();
  const addEnd = (edge: number | undefined): void => {
    if (edge === undefined) return;
    edges.add(edge);
    binEdges.add(edge);
  };
  addEnd(edgeBelow(sorted));
  for (let cell = 1; cell < bins * perBin; cell++) {
    const edge = edgeAfter(sorted, Math.ceil((cell * n) / (bins * perBin)) - 1);
    if (edge === undefined) continue;
    edges.add(edge);
    if (cell % perBin === 0) binEdges.add(edge);
  }
  addEnd(edgeAbove(sorted));
  const list = [...edges].sort((a, b) => a - b);
  const starts = list.flatMap((edge, index) => (binEdges.has(edge) ? [index + 1] : []));
  return { edges: list, bins: [0, ...starts] };
}

/** Midway to the next larger value; undefined after the largest. */
function edgeAfter(sorted: Float64Array, position: number): number | undefined {
  const value = sorted[position] ?? 0;
  const next = sorted[upperBound(sorted, value)];
  return next === undefined ? undefined : midway(value, next);
}

function edgeBelow(sorted: Float64Array): number | undefined {
  const least = sorted[0] ?? 0;
  const after = upperBound(sorted, least);
  if (after * binCount < sorted.length) return undefined;
  const next = sorted[after];
  return least - margin(least, next);
}

function edgeAbove(sorted: Float64Array): number | undefined {
  const most = sorted.at(-1) ?? 0;
  const first = cellOf(sorted, most);
  if ((sorted.length - first) * binCount < sorted.length) return undefined;
  const before = sorted[first - 1];
  return most + margin(most, before);
}

/** Next to a value, but farther than rounding to 32 bits moves it. */
function margin(value: number, neighbour = Infinity): number {
  return Math.min(1e-6 * Math.max(1, Math.abs(value)), Math.abs(neighbour - value) / 2);
}

function midway(value: number, next: number): number {
  const middle = value / 2 + next / 2;
  return middle >= value && middle < next ? middle : value;
}

/** The first position with a larger value. */
function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
