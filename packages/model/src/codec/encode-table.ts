import type { Table } from '@xgflow/data';
import type { Column as MatrixColumn } from '@xgflow/xgboost-node';
import { EncodedBuilder, type Encoded } from './encoded.ts';
import type { Feature } from './feature.ts';
import { codeMap, columnsFor } from './table-columns.ts';

/** The table's columns as a DMatrix takes them. */
export function matrixColumns(features: readonly Feature[], table: Table): MatrixColumn[] {
  const columns = columnsFor(features, table);
  return features.map((feature, index): MatrixColumn => {
    const column = columns[index];
    if (column?.kind === 'numeric' && feature.kind === 'numeric') {
      return { name: feature.name, values: column.values, type: feature.type };
    }
    if (column?.kind !== 'categorical' || feature.kind !== 'categorical') throw new TypeError();
    const { name, levels } = feature;
    if (column.levels === levels) return { name, levels, codes: column.codes };
    const map = codeMap(feature, column);
    return { name, levels, codes: column.codes.map((code) => map[code] ?? -1) };
  });
}

/** The table's rows as row-major float32. */
export function encodeDense(features: readonly Feature[], table: Table): Encoded {
  const columns = columnsFor(features, table);
  const encoded = new EncodedBuilder(table.rowCount, features.length);
  features.forEach((feature, col) => {
    const column = columns[col];
    if (column?.kind === 'numeric') {
      column.values.forEach((value, row) => {
        encoded.set(row, col, value);
      });
    } else if (column !== undefined && feature.kind === 'categorical') {
      const map = codeMap(feature, column);
      column.codes.forEach((code, row) => {
        const mapped = code < 0 ? Number.NaN : (map[code] ?? -1);
        if (mapped === -1) encoded.setUnseen(row, col, feature.name);
        else encoded.set(row, col, mapped);
      });
    }
  });
  return encoded;
}
