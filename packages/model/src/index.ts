export { Codec } from './codec/codec.ts';
export { codecOfBooster } from './codec/codec-of-booster.ts';
export type { CodecJson } from './codec/codec-json.ts';
export type { Encoded } from './codec/encoded.ts';
export type { RecordOptions, RowOptions } from './codec/encode-records.ts';
export type { CategoricalFeature, Feature, NumericFeature } from './codec/feature.ts';
