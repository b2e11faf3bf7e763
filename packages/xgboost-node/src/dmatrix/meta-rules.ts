import { InvalidDataError } from '../errors/invalid-data-error.ts';
import type { MetaInfo, Vector } from './meta-info.ts';

/** What the lengths are compared with. */
export interface MetaShape {
  rows: number;
  cols: number;
  /** Number of queries; undefined without `qid`. */
  queries: number | undefined;
  /** Labels of a row. */
  targets: number;
}

type Per = 'row' | 'query' | 'column';

interface Rule {
  /** The library's name. */
  name: string;
  per: (shape: MetaShape) => Per;
  fits: (value: number) => boolean;
  /** What a value that does not fit should be. */
  demand: string;
}

const perRow = (): Per => 'row';
const finite = {
  fits: (value: number) => Number.isFinite(value),
  demand: 'it must be finite in float32, so drop the row or fill the value',
};
const weights = {
  fits: (value: number) => Number.isFinite(value) && value >= 0,
  demand: 'weights must be finite and not negative',
};
const bound = {
  fits: (value: number) => !Number.isNaN(value),
  demand: 'a bound must be a number; Infinity is one',
};

const rules = {
  label: { name: 'label', per: perRow, ...finite },
  weight: {
    name: 'weight',
    per: ({ queries }) => (queries === undefined ? 'row' : 'query'),
    ...weights,
  },
  baseMargin: { name: 'base_margin', per: perRow, ...finite },
  labelLowerBound: { name: 'label_lower_bound', per: perRow, ...bound },
  labelUpperBound: { name: 'label_upper_bound', per: perRow, ...bound },
  featureWeights: { name: 'feature_weights', per: () => 'column', ...weights },
} as const satisfies Record<Exclude<keyof MetaInfo, 'qid' | 'targets'>, Rule>;

/** The fields of floats: all but `qid`. */
export type MetaField = keyof typeof rules;

export const META_FIELDS = Object.keys(rules) as MetaField[];

/** The library's name of a field. */
export function fieldName(field: MetaField): string {
  return rules[field].name;
}

const plural: Record<Per, string> = { row: 'rows', query: 'queries', column: 'columns' };

/** How many numbers stand for each row, query or column; undefined when the length does not fit. */
function widthOf(
  length: number,
  count: number,
  field: MetaField,
  targets: number,
): number | undefined {
  const width = length / count;
  if (field === 'baseMargin') return width >= 1 && Number.isInteger(width) ? width : undefined;
  return width === (field === 'label' ? targets : 1) ? width : undefined;
}

/** Values as the library stores them, and the sizes of their array. */
export interface MetaValues {
  floats: Float32Array;
  sizes: readonly number[];
}

/** @throws InvalidDataError for a wrong length, or a value that the field cannot hold. */
export function metaValues(values: Vector, field: MetaField, shape: MetaShape): MetaValues {
  const { per: perOf, fits, demand }: Rule = rules[field];
  const per = perOf(shape);
  const count = { row: shape.rows, query: shape.queries ?? 0, column: shape.cols }[per];
  const width = widthOf(values.length, count, field, shape.targets);
  if (width === undefined) {
    const each = field === 'label' && shape.targets > 1 ? String(shape.targets) : 'one';
    throw new InvalidDataError(
      `${field} has ${values.length} values for ${count} ${plural[per]}; give ${each} per ${per}`,
      { field },
    );
  }
  const floats =
    values instanceof Float32Array
      ? values
      : Float32Array.from(values as ArrayLike<number>, Number);
  const wrong = floats.findIndex((value) => !fits(value));
  if (wrong < 0) return { floats, sizes: width === 1 ? [count] : [count, width] };
  const place = Math.floor(wrong / width);
  throw new InvalidDataError(`${field} of ${per} ${place} is ${floats[wrong] ?? NaN}; ${demand}`, {
    field,
    ...(per === 'query' ? {} : { [per]: place }),
  });
}
