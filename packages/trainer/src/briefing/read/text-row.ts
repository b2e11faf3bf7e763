import { Readable } from 'node:stream';
import { csvRecords } from '@xgflow/data';

/** A line of a table that a report wrote: texts by column. */
export class TextRow {
  readonly #cells: ReadonlyMap<string, string>;

  constructor(cells: ReadonlyMap<string, string>) {
    this.#cells = cells;
  }

  /** '' for a column that is not there. */
  text(column: string): string {
    return this.#cells.get(column) ?? '';
  }

  /** NaN where the cell is empty. */
  number(column: string): number {
    const text = this.text(column);
    return text === '' ? NaN : Number(text);
  }

  /** Null where the cell is empty. */
  maybe(column: string): number | null {
    const value = this.number(column);
    return Number.isNaN(value) ? null : value;
  }

  /** Several at once, as {@link maybe} gives them. */
  maybes<Name extends string>(columns: readonly Name[]): Record<Name, number | null> {
    const cells = columns.map((column) => [column, this.maybe(column)] as const);
    return Object.fromEntries(cells) as Record<Name, number | null>;
  }

  flag(column: string): boolean {
    return this.text(column) === 'true';
  }
}

/** The lines of a CSV text. @param sourceName for messages @throws DataError when it is none */
export async function readRows(text: string, sourceName: string): Promise<TextRow[]> {
  const found: TextRow[] = [];
  const source = Readable.from([Buffer.from(text, 'utf8')]);
  for await (const { names, rows } of csvRecords(source, { sourceName })) {
    for (const cells of rows) {
      found.push(new TextRow(new Map(names.map((name, place) => [name, cells[place] ?? '']))));
    }
  }
  return found;
}
