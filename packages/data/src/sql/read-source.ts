import { UnsupportedTypeError } from '../errors/unsupported-type-error.ts';
import { NoRowsError } from '../errors/no-rows-error.ts';
import type { ColumnBuilder } from '../csv/column-builder.ts';
import type { ReadCsvOptions } from '../csv/csv-options.ts';
import { planColumns } from '../csv/plan-columns.ts';
import { Table } from '../table/table.ts';
import { cellText, type Cell, type SourceColumn } from './cell.ts';
import type { TableSource } from './table-source.ts';

/** How a table with types is read: as a CSV file of the same content is. */
export interface ReadSourceOptions extends Pick<
  ReadCsvOptions,
  'categorical' | 'numeric' | 'drop' | 'schema' | 'unseen' | 'text' | 'missingTokens' | 'signal'
> {
  /** Called after each block with the rows read so far. */
  readonly onProgress?: (progress: { readonly rows: number }) => void;
  /** Called with what the user should know, such as an order that is nowhere defined. */
  readonly onWarning?: (warning: string) => void;
}

/**
 * Reads a source into the typed table that `readCsv` makes of a CSV file of the same content: numbers are
 * numbers, truth values 0 and 1, text is text; NULL is missing, and so is text that is one of the missing tokens.
 *
 * @throws {DataError} one of the family, naming row and column where there is one
 */
export async function readSource(
  source: TableSource,
  options: ReadSourceOptions = {},
): Promise<Table> {
  const { signal } = options;
  const skip = new Set(options.drop);
  await using table = await source.open({ skip, ...(signal ? { signal } : {}) });
  const place = { source: source.name, row: 0, line: 0 };
  const names = table.columns.map(({ name }) => name);
  const planned = planColumns(names, place, options).flatMap(({ cell, builder }) => {
    const column = table.columns[cell];
    if (column === undefined) return [];
    refuseUnsupported(column, source.name);
    const add = adder(builder, column, options.missingTokens !== undefined);
    return [{ cell, builder, add }];
  });
  table.warnings.forEach((warning) => options.onWarning?.(warning));
  for await (const { cells, rowCount } of table.blocks()) {
    const before = place.row;
    for (const { cell, add } of planned) {
      place.row = before;
      for (const value of cells[cell] ?? []) {
        place.row++;
        add(value);
      }
    }
    place.row = before + rowCount;
    options.onProgress?.({ rows: place.row });
  }
  if (place.row === 0) throw new NoRowsError(source.name);
  return new Table(planned.map(({ builder }) => builder.finish()));
}

/** @throws {UnsupportedTypeError} */
export function refuseUnsupported({ name, kind, type }: SourceColumn, source: string): void {
  if (kind === 'unsupported') throw new UnsupportedTypeError({ source, column: name, type });
}

/** How cells go into a builder: numbers as numbers where it takes them, else as a CSV file would hold them. */
function adder(
  builder: ColumnBuilder,
  { kind }: SourceColumn,
  ownTokens: boolean,
): (cell: Cell) => void {
  const whole = kind !== 'float';
  // A number may be one of the tokens that mean missing, and tokens are texts.
  const direct = ownTokens ? undefined : builder.addNumber?.bind(builder);
  return (cell) => {
    if (cell === null) builder.addMissing();
    else if (typeof cell === 'number' && direct !== undefined) direct(cell, whole);
    else builder.add(cellText(cell, kind));
  };
}
