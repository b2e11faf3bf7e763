import { BadSchemaError } from '../errors/bad-schema-error.ts';
import { UnknownColumnError } from '../errors/unknown-column-error.ts';
import { MissingTokens } from '../cells/missing-tokens.ts';
import { CategoricalBuilder } from './categorical-builder.ts';
import type { RowPlace } from './cell-place.ts';
import type { ColumnBuilder } from './column-builder.ts';
import type { ReadCsvOptions } from './csv-options.ts';
import { KnownLevelsBuilder } from './known-levels-builder.ts';
import { NumericBuilder } from './numeric-builder.ts';
import { TextOrNumberBuilder } from './text-or-number-builder.ts';

/** A column to build, and which cell of a row it takes. */
export interface PlannedColumn {
  readonly cell: number;
  readonly builder: ColumnBuilder;
}

/** Decides from the header which columns are read, and as what. @throws {UnknownColumnError} */
export function planColumns(
  header: readonly string[],
  place: RowPlace,
  options: ReadCsvOptions,
): PlannedColumn[] {
  const tokens = new MissingTokens(options.missingTokens);
  const known = new Set(header);
  const declared = [options.categorical ?? [], options.numeric ?? [], options.drop ?? []].flat();
  for (const name of declared) {
    if (!known.has(name)) throw new UnknownColumnError(name, header, place.source);
  }
  if (options.schema !== undefined) return planBySchema(header, place, options, tokens);

  const categorical = new Set(options.categorical);
  const numeric = new Set(options.numeric);
  const dropped = new Set(options.drop);
  const build = (name: string): ColumnBuilder => {
    if (categorical.has(name)) return new CategoricalBuilder(name, place, tokens);
    if (numeric.has(name) || options.text !== 'categorical') {
      return new NumericBuilder(name, place, tokens);
    }
    return new TextOrNumberBuilder(name, place, tokens);
  };
  return header.flatMap((name, cell) =>
    dropped.has(name) ? [] : [{ cell, builder: build(name) }],
  );
}

function planBySchema(
  header: readonly string[],
  place: RowPlace,
  options: ReadCsvOptions,
  tokens: MissingTokens,
): PlannedColumn[] {
  if (options.categorical !== undefined || options.numeric !== undefined) {
    throw new BadSchemaError('the schema already says which columns are categorical', place.source);
  }
  const dropped = new Set(options.drop);
  const unseen = options.unseen ?? 'error';
  const columns = (options.schema?.columns ?? []).filter(({ name }) => !dropped.has(name));
  return columns.map((column) => {
    const { name } = column;
    const cell = header.indexOf(name);
    if (cell < 0) throw new UnknownColumnError(name, header, place.source);
    const builder =
      column.kind === 'categorical'
        ? new KnownLevelsBuilder(name, place, tokens, { levels: column.levels, unseen })
        : new NumericBuilder(name, place, tokens);
    return { cell, builder };
  });
}
