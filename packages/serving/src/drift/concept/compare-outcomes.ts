import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import type { OutcomeBins, PredictionKind } from '@xgflow/model';
import type { CalibrationBin } from '../drift-report.ts';

/** Current outcomes beside the reference's, bin by bin of the prediction. */
export interface OutcomeComparison {
  readonly actualByExpected: number;
  readonly pValue: number;
  readonly bins: readonly CalibrationBin[];
}

/**
 * Whether labels still follow predictions as they did in the reference, whatever predictions there are
 * now: per bin of the prediction the mean label then and now, joined with the weights that are best
 * where the difference is the same everywhere. For two classes this is the Cochran–Mantel–Haenszel test.
 *
 * Source: N. Mantel and W. Haenszel, Statistical aspects of the analysis of data from retrospective studies (1959).
 */
export function compareOutcomes(
  reference: OutcomeBins,
  current: OutcomeBins,
  kind: PredictionKind,
): OutcomeComparison {
  let [difference, variance, actual, expected, rows] = [0, 0, 0, 0, 0];
  for (const [bin, m] of reference.counts.entries()) {
    const n = current.counts[bin] ?? 0;
    if (n === 0 || m === 0) continue;
    const [before, now] = [(reference.actual[bin] ?? 0) / m, (current.actual[bin] ?? 0) / n];
    const weight = (n * m) / (n + m);
    difference += weight * (now - before);
    variance += weight * pooledVariance(reference, current, bin);
    actual += n * now;
    expected += n * before;
    rows += n;
  }
  // Of two classes the rarer one: a rate of 0.9 cannot rise by more than a ninth.
  const others = kind === 'binary' && expected > rows / 2;
  return {
    actualByExpected: ratio(others ? rows - actual : actual, others ? rows - expected : expected),
    pValue: variance > 0 ? 2 * normalCdf(-Math.abs(difference) / Math.sqrt(variance), 0, 1) : 1,
    bins: reference.counts.map((m, bin) => {
      const n = current.counts[bin] ?? 0;
      return {
        predicted: mean(current.predicted[bin], n),
        reference: mean(reference.actual[bin], m),
        current: mean(current.actual[bin], n),
        rows: n,
      };
    }),
  };
}

/** Of the labels in a bin, both samples together. */
function pooledVariance(reference: OutcomeBins, current: OutcomeBins, bin: number): number {
  const both = (key: 'counts' | 'actual' | 'actualSquared'): number =>
    (reference[key][bin] ?? 0) + (current[key][bin] ?? 0);
  const rows = both('counts');
  if (rows < 2) return 0;
  return Math.max(0, (both('actualSquared') - both('actual') ** 2 / rows) / (rows - 1));
}

function mean(sum: number | undefined, rows: number): number | null {
  return rows === 0 || sum === undefined ? null : sum / rows;
}

function ratio(actual: number, expected: number): number {
  if (expected === 0) return actual === 0 ? 1 : Number.MAX_VALUE;
  return actual / expected;
}
