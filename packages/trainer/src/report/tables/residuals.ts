import { quantile } from '../../metrics/percentile.ts';
import type { PredictedValues } from '../predicted-values.ts';
import { decilesOf } from './deciles.ts';
import { valueBins } from './value-bins.ts';

/** How many rows are off by about so much. */
export type ResidualBin = Readonly<{ from: number; to: number; rows: number }>;

/** How far off the rows of a tenth of the predictions are. */
export type ResidualDecile = Readonly<{
  decile: number;
  rows: number;
  mean_predicted: number;
  mean_residual: number;
  /** Of the residuals, as NumPy's `percentile`. */
  p10: number;
  p50: number;
  p90: number;
}>;

const bins = 40;
/** Share of the rows at each end that is counted in the last bin, so that a few rows do not squeeze all others. */
const tail = 0.005;

/** Actual minus predicted in 40 equally wide bins; the outer half percent at each end is in the bin at that end. */
export function residualBins(values: PredictedValues): ResidualBin[] {
  const residuals = residualsOf(values);
  const sorted = residuals.toSorted();
  const [low, high] = [quantile(sorted, tail), quantile(sorted, 1 - tail)];
  const inner = sorted.filter((value) => value >= low && value <= high);
  const { binOf, edges } = valueBins(inner.length > 0 ? inner : sorted, bins, false);
  const counts = new Float64Array(bins);
  for (const residual of residuals) {
    const bin = binOf(residual);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return Array.from(counts, (rows, bin) => ({
    from: edges[bin] ?? 0,
    to: edges[bin + 1] ?? 0,
    rows,
  }));
}

/** The spread of the residuals by tenths of the predictions: is the model as good at the high end as at the low one? */
export function residualDeciles(values: PredictedValues): ResidualDecile[] {
  const residuals = residualsOf(values);
  return decilesOf(values).map((group, place) => {
    const own = Float64Array.from(group, (row) => residuals[row] ?? 0).sort();
    const mean = (of: (row: number) => number): number =>
      group.reduce((total, row) => total + of(row), 0) / group.length;
    return {
      decile: place + 1,
      rows: group.length,
      mean_predicted: mean((row) => values.scores[row] ?? 0),
      mean_residual: mean((row) => residuals[row] ?? 0),
      p10: quantile(own, 0.1),
      p50: quantile(own, 0.5),
      p90: quantile(own, 0.9),
    };
  });
}

function residualsOf({ labels, scores }: PredictedValues): Float64Array {
  return Float64Array.from(scores, (score, row) => (labels[row] ?? 0) - score);
}
