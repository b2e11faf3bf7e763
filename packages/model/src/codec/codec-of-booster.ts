import type { Booster } from '@xgflow/xgboost-node';
import { Codec } from './codec.ts';
import type { Feature } from './feature.ts';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';

/**
 * The codec that a model file itself describes: names, types, levels. For models written elsewhere;
 * features without names are called `f0`, `f1` …
 *
 * @throws {UnsupportedModelError} a categorical feature whose levels the file does not hold
 */
export function codecOfBooster(booster: Booster): Codec {
  const names = booster.featureNames ?? [];
  const types = booster.featureTypes ?? [];
  const levels = booster.categories();
  const features = Array.from({ length: booster.featureCount }, (_, index): Feature => {
    const name = names[index] ?? `f${index}`;
    const known = levels[index];
    if (known !== undefined && known.length > 0)
      return { kind: 'categorical', name, levels: known };
    if (types[index] === 'c') {
      throw new UnsupportedModelError(
        `a categorical feature without stored levels · column ${JSON.stringify(name)} · train with XGBoost 3.1 or newer on named levels`,
      );
    }
    return { kind: 'numeric', name, type: types[index] === 'int' ? 'int' : 'float' };
  });
  return new Codec(features);
}
