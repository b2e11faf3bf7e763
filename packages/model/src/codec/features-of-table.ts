import type { Column } from '@xgflow/data';
import { CodecError } from '../errors/codec-error.ts';
import type { Feature } from './feature.ts';

/** The feature that a column of the training table makes. @throws {CodecError} no level at all */
export function featureOf(column: Column): Feature {
  if (column.kind === 'numeric') {
    const type = column.integer && column.missing === 0 ? 'int' : 'float';
    return { kind: 'numeric', name: column.name, type };
  }
  if (column.levels.length === 0) {
    throw new CodecError(
      `a categorical column without any level · column ${JSON.stringify(column.name)} · drop the column`,
    );
  }
  return { kind: 'categorical', name: column.name, levels: column.levels };
}
