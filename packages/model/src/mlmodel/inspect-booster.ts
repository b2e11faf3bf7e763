import { Booster, libraryInfo } from '@xgflow/xgboost-node';
import type { Codec } from '../codec/codec.ts';
import type { Feature } from '../codec/feature.ts';
import { BestIterationError } from '../errors/best-iteration-error.ts';
import { CodecError } from '../errors/codec-error.ts';
import { targetOf } from './objective.ts';

/** What a directory says about a booster. */
export interface BoosterFacts {
  readonly objective: string;
  readonly outputs: number;
  readonly rounds: number;
  readonly libraryVersion: string;
}

/**
 * Loads the bytes and checks that they fit the codec.
 *
 * @throws {BestIterationError} · {CodecError} · the library's errors
 */
export function inspectBooster(model: Uint8Array, codec: Codec): BoosterFacts {
  using booster = Booster.fromBuffer(model);
  if (booster.attribute('best_iteration') !== undefined) throw new BestIterationError();
  checkFeatures(booster, codec);
  const row = new Float32Array(booster.featureCount).fill(Number.NaN);
  const { values } = booster.predictDense(row, { rows: 1, cols: row.length });
  return {
    objective: targetOf(booster).objective,
    outputs: values.length,
    rounds: booster.roundCount,
    libraryVersion: libraryInfo().version,
  };
}

function checkFeatures(booster: Booster, codec: Codec): void {
  const names = booster.featureNames;
  const categories = booster.categories();
  const wrong = codec.features.findIndex(
    (feature, index) =>
      feature.name !== (names?.[index] ?? feature.name) ||
      levelText(feature) !== JSON.stringify(categories[index] ?? null),
  );
  if (wrong < 0 && booster.featureCount === codec.features.length) return;
  const name = codec.features[wrong]?.name ?? `number ${booster.featureCount + 1}`;
  throw new CodecError(
    `the booster's features are not the codec's · first at ${JSON.stringify(name)} · train on the codec's encodeTable`,
  );
}

function levelText(feature: Feature): string {
  return JSON.stringify(feature.kind === 'categorical' ? feature.levels : null);
}
