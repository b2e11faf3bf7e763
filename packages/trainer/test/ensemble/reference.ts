import { readFileSync } from 'node:fs';

interface Weighted {
  readonly weights: readonly number[];
  readonly loss: number;
}

interface Stacked {
  readonly labels: readonly number[];
  readonly scores: readonly (readonly number[])[];
  readonly intercepts: readonly number[];
  readonly coefficients: readonly (readonly number[])[];
}

type Classified = Stacked & {
  readonly probabilities: readonly number[];
  readonly weighted: Weighted;
};

type Regressed = Stacked & { readonly counts: readonly number[] } & Readonly<
    Record<'squared' | 'poisson' | 'gamma' | 'tweedie', Weighted>
  >;

/** fixtures/ensemble.json, made by fixtures/make-ensemble.py. */
export const reference = JSON.parse(
  readFileSync(new URL('../fixtures/ensemble.json', import.meta.url), 'utf8'),
) as {
  readonly binary: Classified;
  readonly multiclass: Classified;
  readonly regression: Regressed;
};

/** Members' scores as 64-bit columns. */
export function doubles(scores: readonly (readonly number[])[]): Float64Array[] {
  return scores.map((own) => Float64Array.from(own));
}
