import {
  call,
  copyCounts,
  copyFloats,
  copyStrings,
  countIn,
  outCell,
  pointerIn,
} from '../capi/index.ts';
import type { Pointer } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';

/** How often a feature splits (`weight`), what its splits gain or cover, as mean or as sum. */
export type ImportanceType = 'weight' | 'gain' | 'cover' | 'total_gain' | 'total_cover';

/** Importance of each feature that the model uses, in feature order. */
export function featureImportance(booster: Pointer, type: ImportanceType): Map<string, number> {
  const [count, names, dimensions, shape, scores] = [
    outCell(),
    outCell(),
    outCell(),
    outCell(),
    outCell(),
  ];
  const config = JSON.stringify({ importance_type: type });
  call('XGBoosterFeatureScore', booster, config, count, names, dimensions, shape, scores);
  if (countIn(count) === 0) return new Map();
  const features = copyStrings(pointerIn(names), countIn(count));
  const sizes = copyCounts(pointerIn(shape), countIn(dimensions));
  const length = sizes.reduce((product, size) => product * size, 1);
  if (length !== features.length) {
    throw new InvalidArgumentError(
      `a linear model of ${length / features.length} outputs has that many coefficients per feature, not one importance; train one model per output`,
      'type',
    );
  }
  const values = copyFloats(pointerIn(scores), length);
  return new Map(features.map((feature, index) => [feature, values[index] ?? NaN]));
}
