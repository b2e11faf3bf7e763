import type { Column } from '@xgflow/data';

/** What a column holds, as far as a first sweep file needs to know. */
export interface ColumnProfile {
  readonly name: string;
  readonly kind: 'text' | 'integer' | 'number';
  readonly rows: number;
  /** Cells with a value. */
  readonly present: number;
  /** Different values among them. */
  readonly distinct: number;
  /** Rows of the value that is rarest. */
  readonly rarest: number;
  /** The first few of the different values, in order. */
  readonly examples: readonly (string | number)[];
  /** Of text: a number as it is written, where all values are numbers with commas, a currency or a percent sign. */
  readonly writtenNumber?: string;
  /** Whether its name is one of its own values: the file may have no header. */
  readonly namedLikeValue: boolean;
}

const shownExamples = 5;

/** `40,5`, `1.234,50`, `$1,234.50`, `12.5 %`, `10 EUR`: numbers to a person. */
const writtenNumber =
  /^[-+]?\s?\p{Sc}?\s?[-+]?(?:\d+|\d{1,3}(?:[.,'’\s]\d{3})+)(?:[.,]\d+)?\s?(?:%|\p{Sc}|[A-Z]{3})?$/u;

/** Counts the cells of a column and its different values. */
export function profileColumn(column: Column): ColumnProfile {
  if (column.kind === 'categorical') {
    const rows = column.codes.length;
    const [first] = column.levels;
    return {
      name: column.name,
      kind: typeof column.levels[0] === 'number' ? 'integer' : 'text',
      rows,
      present: rows - column.missing,
      distinct: column.levels.length,
      rarest: rarestLevel(column.codes, column.levels.length),
      examples: column.levels.slice(0, shownExamples),
      ...(typeof first === 'string' && isWritten(column.levels) ? { writtenNumber: first } : {}),
      namedLikeValue: column.levels.some((level) => String(level) === column.name),
    };
  }
  const sorted = column.values.filter((value) => !Number.isNaN(value)).sort();
  const examples: number[] = [];
  let distinct = 0;
  let rarest = Infinity;
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from] ?? NaN;
    let to = from + 1;
    while (to < sorted.length && sorted[to] === value) to += 1;
    distinct += 1;
    rarest = Math.min(rarest, to - from);
    if (examples.length < shownExamples) examples.push(value);
    from = to;
  }
  return {
    name: column.name,
    kind: wholeNumbers(column.integer, sorted, distinct) ? 'integer' : 'number',
    rows: column.values.length,
    present: sorted.length,
    distinct,
    rarest: distinct === 0 ? 0 : rarest,
    examples,
    // Columns without a name are often numbered: only a fraction is no number of a column.
    namedLikeValue: !Number.isInteger(Number(column.name)) && sorted.includes(Number(column.name)),
  };
}

function rarestLevel(codes: Int32Array, levels: number): number {
  const rows = new Int32Array(levels);
  for (const code of codes) if (code >= 0) rows[code] = (rows[code] ?? 0) + 1;
  return rows.length === 0 ? 0 : rows.reduce((least, count) => Math.min(least, count));
}

function isWritten(levels: readonly (string | number)[]): boolean {
  return levels.every((level) => writtenNumber.test(String(level)));
}

/** pandas writes integers with gaps as 1.0: few whole values are integers, however they are written. */
function wholeNumbers(written: boolean, values: Float64Array, distinct: number): boolean {
  return written || (distinct <= 100 && values.every(Number.isSafeInteger));
}
