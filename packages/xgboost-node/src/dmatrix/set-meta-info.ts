import { call, describe, keepAlive } from '../capi/index.ts';
import type { Described, Pointer } from '../capi/index.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import type { MetaInfo, Vector } from './meta-info.ts';
import { META_FIELDS, fieldName, metaValues } from './meta-rules.ts';
import type { MetaField, MetaShape } from './meta-rules.ts';
import { checkQueries } from './queries.ts';

function store(pointer: Pointer, name: string, described: Described): void {
  keepAlive(described.arrays, () => {
    call('XGDMatrixSetInfoFromInterface', pointer, name, JSON.stringify(described.json));
  });
}

/**
 * Stores one field of meta information in the native matrix, which copies it.
 *
 * @throws InvalidDataError for a wrong length, or a value that the field cannot hold.
 */
export function setMetaInfo(
  pointer: Pointer,
  field: MetaField,
  values: Vector,
  shape: MetaShape,
): void {
  const { floats, sizes } = metaValues(values, field, shape);
  store(pointer, fieldName(field), describe(floats, sizes, field));
}

/** Stores all that is given. @returns what later values are compared with. @throws InvalidArgumentError, InvalidDataError */
export function setAllMetaInfo(
  pointer: Pointer,
  info: MetaInfo,
  size: { rows: number; cols: number },
): MetaShape {
  const { targets = 1 } = info;
  if (!Number.isSafeInteger(targets) || targets < 1) {
    throw new InvalidArgumentError(`targets is ${targets}; give a whole number ≥ 1`, 'targets');
  }
  const queries = info.qid === undefined ? undefined : checkQueries(info.qid, size.rows);
  if (queries !== undefined) store(pointer, 'qid', describe(queries.ids, [size.rows], 'qid'));
  const shape = { ...size, queries: queries?.count, targets };
  for (const field of META_FIELDS) {
    const values = info[field];
    if (values !== undefined) setMetaInfo(pointer, field, values, shape);
  }
  return shape;
}
