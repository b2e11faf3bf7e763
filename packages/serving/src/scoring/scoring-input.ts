/** The rows of a body, in one of two forms. */
export type ScoringInput = RecordInput | RowInput;

/** Records by name. */
export interface RecordInput {
  readonly kind: 'records';
  readonly records: readonly Readonly<Record<string, unknown>>[];
  pointer(row: number, field: string): string;
}

/** Cells in the order of `names`. */
export interface RowInput {
  readonly kind: 'rows';
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  pointer(row: number, field: string): string;
}

/** Rows of an input. */
export function rowCount(input: ScoringInput): number {
  return input.kind === 'records' ? input.records.length : input.rows.length;
}

/** Reads single cells of an input; undefined for a name that it does not have. */
export function cellReader(input: ScoringInput): (row: number, name: string) => unknown {
  if (input.kind === 'records') return (row, name) => input.records[row]?.[name];
  const columns = new Map(input.names.map((name, at) => [name, at]));
  return (row, name) => input.rows[row]?.[columns.get(name) ?? -1];
}

/** A JSON pointer (RFC 6901) from its steps. */
export function pointerOf(...steps: readonly (string | number)[]): string {
  return steps
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
