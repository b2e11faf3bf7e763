import { classSizes } from './class-rows.ts';

/** `balanced`, or a weight by class code; classes without one weigh 1. */
export type ClassWeight = 'balanced' | Readonly<Record<number, number>>;

/**
 * The weight of each class, by code: scikit-learn's `compute_class_weight`. Balanced: rows / (classes × rows of the
 * class), so that the classes weigh the same in sum, and all rows together what they weighed before.
 *
 * @param labels class code of each row of the training part
 */
export function classWeights(
  labels: ArrayLike<number>,
  weight: ClassWeight,
): ReadonlyMap<number, number> {
  const sizes = classSizes(labels);
  return new Map(
    [...sizes].map(([code, rows]) => [
      code,
      weight === 'balanced' ? labels.length / (sizes.size * rows) : (weight[code] ?? 1),
    ]),
  );
}

/** A weight for each row: scikit-learn's `compute_sample_weight`, in single precision as XGBoost keeps it. */
export function rowWeights(labels: ArrayLike<number>, weight: ClassWeight): Float32Array {
  const weights = classWeights(labels, weight);
  return Float32Array.from(labels, (code) => weights.get(code) ?? 1);
}
