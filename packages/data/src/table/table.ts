import { BadTableError } from '../errors/bad-table-error.ts';
import { UnknownColumnError } from '../errors/unknown-column-error.ts';
import { columnLength, type Column } from './column.ts';
import { takeColumn } from './take-column.ts';

/**
 * Typed columns of one length. Immutable by contract: columns are shared between tables made by
 * `select` and `drop`, so nobody may write into their arrays.
 */
export class Table {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly #byName: ReadonlyMap<string, Column>;

  /** @throws {BadTableError} unequal lengths or a name used twice */
  constructor(columns: readonly Column[]) {
    const first = columns[0];
    this.rowCount = first === undefined ? 0 : columnLength(first);
    for (const column of columns) {
      const length = columnLength(column);
      if (length !== this.rowCount) {
        throw new BadTableError(
          `${length} rows where the first column has ${this.rowCount}`,
          `column ${JSON.stringify(column.name)}`,
        );
      }
    }
    this.columns = columns;
    this.#byName = new Map(columns.map((column) => [column.name, column]));
    if (this.#byName.size !== columns.length) throw new BadTableError('a column name occurs twice');
  }

  get columnNames(): string[] {
    return this.columns.map((column) => column.name);
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** @throws {UnknownColumnError} with the most similar name */
  column(name: string): Column {
    const column = this.#byName.get(name);
    if (column === undefined) throw new UnknownColumnError(name, this.columnNames);
    return column;
  }

  /** The named columns, in the given order. @throws {UnknownColumnError} */
  select(names: readonly string[]): Table {
    return new Table(names.map((name) => this.column(name)));
  }

  /** Every column but the named ones. @throws {UnknownColumnError} */
  drop(names: readonly string[]): Table {
    const dropped = new Set(names.map((name) => this.column(name).name));
    return new Table(this.columns.filter((column) => !dropped.has(column.name)));
  }

  /** The given rows (from 0, repeats allowed), copied, in that order. @throws {BadTableError} */
  take(rows: Int32Array): Table {
    return new Table(this.columns.map((column) => takeColumn(column, rows)));
  }
}
