/**
 * What the cells of a column are, whatever the database calls its type: whole numbers, other
 * numbers, truth values or text.
 */
export type CellKind = 'integer' | 'float' | 'boolean' | 'text';

/**
 * One cell: null is missing; integers are safe (up to 2^53 − 1), floats finite, truth values 0 and 1.
 */
export type Cell = number | string | null;

/** A column of a table source. */
export interface SourceColumn {
  readonly name: string;
  /** `unsupported`: its cells are all null, because no feature could hold them. */
  readonly kind: CellKind | 'unsupported';
  /** The type as the source calls it, for messages. */
  readonly type: string;
}

/** A cell as the same content would stand in a CSV file; a float always shows that it is one. */
export function cellText(cell: number | string, kind: CellKind | 'unsupported'): string {
  if (typeof cell === 'string') return cell;
  if (Object.is(cell, -0)) return kind === 'float' ? '-0.0' : '0';
  const text = String(cell);
  return kind === 'float' && /^-?\d+$/.test(text) ? `${text}.0` : text;
}
