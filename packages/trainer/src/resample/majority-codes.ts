import type { RandomDraws } from './random-draws.ts';

export interface MajorityInput {
  /** The code of each row of the class. */
  readonly codes: Int32Array;
  /** All codes of the column in the training part, ascending, missing (−1) last. */
  readonly levels: readonly number[];
  /** `k` neighbours of each row of the class. */
  readonly neighbors: Int32Array;
  readonly k: number;
  /** For each new row the row of the class that it starts from. */
  readonly bases: readonly number[];
  /** What one neighbour's code weighs. */
  readonly weight: number;
  readonly random: RandomDraws;
}

/**
 * For each new row the most frequent code among the neighbours of the row that it starts from; of equally frequent
 * ones one at random, by one shuffle of all of them, as imbalanced-learn's `SMOTENC` does.
 */
export function majorityCodes({
  codes,
  levels,
  neighbors,
  k,
  bases,
  weight,
  random,
}: MajorityInput): Int32Array {
  const candidates = bases.flatMap((base, place) => {
    const sums = new Map<number, number>();
    for (const neighbor of neighbors.subarray(base * k, (base + 1) * k)) {
      const code = codes[neighbor] ?? -1;
      sums.set(code, (sums.get(code) ?? 0) + weight);
    }
    const most = Math.max(...sums.values());
    return levels
      .filter((code) => isClose(sums.get(code) ?? 0, most))
      .map((code) => ({ place, code }));
  });
  const chosen = new Map<number, number>();
  for (const at of random.permutation(candidates.length)) {
    const candidate = candidates[at];
    if (candidate && !chosen.has(candidate.place)) chosen.set(candidate.place, candidate.code);
  }
  return Int32Array.from(bases, (_, place) => chosen.get(place) ?? -1);
}

/** NumPy's `isclose(value, reference)`: with a tiny weight its absolute part makes all codes equal, as there. */
function isClose(value: number, reference: number): boolean {
  return Math.abs(value - reference) <= 1e-8 + 1e-5 * Math.abs(reference);
}
