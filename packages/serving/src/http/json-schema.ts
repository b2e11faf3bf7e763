import type { ColumnSchema } from '@xgflow/data';
import type { Feature } from '@xgflow/model';
import type { ModelFacts } from '../scoring/model-facts.ts';

/** A record of the model as JSON Schema (draft 2020-12), one property per feature. */
export function recordSchema({ columns, features, info }: ModelFacts): Record<string, unknown> {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const exposure =
    info.exposure === undefined
      ? {}
      : { [info.exposure]: { type: 'number', exclusiveMinimum: 0, description: 'the exposure' } };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: [...new Set([...features.map(({ name }) => name), ...Object.keys(exposure)])],
    properties: {
      ...Object.fromEntries(
        features.map((feature) => [feature.name, property(feature, byName.get(feature.name))]),
      ),
      ...exposure,
    },
    additionalProperties: true,
  };
}

/**
 * What the training table held is a hint, not a rule: values outside are scored, and a level that
 * is new counts as missing.
 */
function property(feature: Feature, column: ColumnSchema | undefined): Record<string, unknown> {
  const training = column === undefined ? {} : { 'x-training': hints(column) };
  if (feature.kind === 'categorical') {
    return {
      enum: [...feature.levels, null],
      description: 'other levels count as missing',
      ...training,
    };
  }
  return { type: [feature.type === 'int' ? 'integer' : 'number', 'null'], ...training };
}

function hints(column: ColumnSchema): Record<string, unknown> {
  const { missing } = column;
  return column.kind === 'numeric'
    ? { min: column.min, max: column.max, median: column.median, missing }
    : { mode: column.mode, missing };
}
