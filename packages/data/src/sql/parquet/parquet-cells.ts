import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
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

/** The cells of one column of a chunk; null for what is skipped. */
export function cellsOf(
  values: readonly DuckDBValue[],
  { kind, type }: SourceColumn,
  place: (index: number) => CellPlace,
): Cell[] {
  const short = type === 'FLOAT';
  return values.map((value, index): Cell => {
    if (value === null) return null;
    if (kind === 'boolean') return value === true ? 1 : 0;
    const at = (): CellPlace => place(index);
    if (kind === 'integer') return safeInteger(number(value), at);
    if (kind === 'text') return String(value);
    if (kind === 'unsupported') return null;
    const float = finiteFloat(number(value) as number | string, at);
    return short ? shortest(float) : float;
  });
}

/** Decimals and other objects by their text. */
function number(value: DuckDBValue): number | bigint | string {
  return typeof value === 'number' || typeof value === 'bigint' ? value : String(value);
}

/** The number that a text file would hold for a 32-bit float: its shortest decimal. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return Number(value.toPrecision(9));
}
