import type { DuckDBType, DuckDBValue, DuckDBVector } from '@duckdb/node-api';
import { shortestFloat32 } from '../../cells/shortest-float32.ts';
import type { Cell, SourceColumn } from '../cell.ts';
import { finiteFloat, safeInteger, type CellPlace } from '../check-cell.ts';

const KINDS: Readonly<Record<string, SourceColumn['kind']>> = {
  BOOLEAN: 'boolean',
  ...of('integer', 'TINYINT SMALLINT INTEGER BIGINT HUGEINT'),
  ...of('integer', 'UTINYINT USMALLINT UINTEGER UBIGINT UHUGEINT'),
  ...of('float', 'FLOAT DOUBLE'),
  ...of('text', 'VARCHAR ENUM UUID DATE TIME TIME_TZ'),
  ...of('text', 'TIMESTAMP TIMESTAMP_S TIMESTAMP_MS TIMESTAMP_NS TIMESTAMP_TZ'),
};

function of(kind: SourceColumn['kind'], names: string): Record<string, SourceColumn['kind']> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

/** A column of DuckDB's. @param typeName the name of the type's id */
export function columnOf(name: string, type: DuckDBType, typeName: string): SourceColumn {
  const text = type.toString();
  const whole = typeName === 'DECIMAL' && /,\s*0\)$/.test(text);
  const decimal = typeName === 'DECIMAL' ? (whole ? 'integer' : 'float') : undefined;
  return { name, kind: decimal ?? KINDS[typeName] ?? 'unsupported', type: text };
}

/** A column of a chunk, copied: numbers with NaN where one is missing, or texts. */
export type CopiedColumn = Float64Array | readonly (string | null)[];

/** Copies a column out of a chunk, with little garbage: see `ParquetSource`. @throws {BadCellError} */
export function copyColumn(
  vector: DuckDBVector,
  { kind, type }: SourceColumn,
  place: (index: number) => CellPlace,
): CopiedColumn {
  const { itemCount } = vector;
  if (kind === 'text') {
    return Array.from({ length: itemCount }, (_, index) => {
      const value = vector.getItem(index);
      return value === null ? null : String(value);
    });
  }
  const number = numberReader(kind, type === 'FLOAT', place);
  const numbers = new Float64Array(itemCount);
  for (let index = 0; index < itemCount; index++) {
    const value = vector.getItem(index);
    numbers[index] = value === null ? Number.NaN : number(value, index);
  }
  return numbers;
}

/** The cells of some rows of a column; of one that was not copied they are all null. */
export function cellsOf(
  column: CopiedColumn | undefined,
  from: number,
  to: number,
): readonly Cell[] {
  if (column === undefined) return new Array<null>(to - from).fill(null);
  if (!(column instanceof Float64Array)) return column.slice(from, to);
  return Array.from(column.subarray(from, to), (value) => (Number.isNaN(value) ? null : value));
}

function numberReader(
  kind: SourceColumn['kind'],
  short: boolean,
  place: (index: number) => CellPlace,
): (value: DuckDBValue, index: number) => number {
  if (kind === 'boolean') return (value) => (value === true ? 1 : 0);
  if (kind === 'integer') return (value, index) => safeInteger(plain(value), () => place(index));
  return (value, index) => {
    const float = finiteFloat(plain(value), () => place(index));
    return short ? shortestFloat32(float) : float;
  };
}

/** Decimals and other objects by their text. */
function plain(value: DuckDBValue): number | bigint | string {
  return typeof value === 'number' || typeof value === 'bigint' ? value : String(value);
}
