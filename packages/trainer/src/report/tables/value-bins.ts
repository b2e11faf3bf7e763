/** Cuts a range of numbers into bins that are equally wide, or equally wide in their logarithm. */
export interface ValueBins {
  readonly log: boolean;
  /** One more than there are bins. */
  readonly edges: readonly number[];
  /** The bin of a value; values outside are counted in the bin at the end. */
  readonly binOf: (value: number) => number;
}

/** From this ratio of the largest to the smallest value on, a linear axis would push most of them into a corner. */
const wide = 50;

/** @param log default: if all values are above 0 and the largest is 50 times the smallest */
export function valueBins(values: Float64Array, count: number, log = needsLog(values)): ValueBins {
  const scaled = log ? Math.log : (value: number): number => value;
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const [from, to] = low === high ? around(low, log) : [low, high];
  const [start, width] = [scaled(from), (scaled(to) - scaled(from)) / count];
  const edgeOf = (edge: number): number => {
    const place = start + edge * width;
    return log ? Math.exp(place) : place;
  };
  return {
    log,
    edges: Array.from({ length: count + 1 }, (_, edge) => edgeOf(edge)),
    binOf: (value) => Math.min(count - 1, Math.max(0, Math.floor((scaled(value) - start) / width))),
  };
}

function needsLog(values: Float64Array): boolean {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return low > 0 && high / low >= wide;
}

/** One value alone stands in the middle. */
function around(value: number, log: boolean): [number, number] {
  if (log) return [value / 2, value * 2];
  const room = Math.abs(value) / 2 || 1;
  return [value - room, value + room];
}
