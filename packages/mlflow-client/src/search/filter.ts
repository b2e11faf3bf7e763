import { EncodingError } from '../errors/encoding-error.ts';
import { filterNumber, quoteKey, quoteList, quoteValue } from './quote.ts';

/**
 * A search filter: comparisons joined by AND, all that MLflow's grammar knows (it has no OR, NOT or brackets).
 * `String(filter)` is what goes on the wire.
 */
export class Filter {
  readonly #clauses: readonly string[];

  /** Use {@link where} instead; `clauses` are taken as they are. */
  constructor(clauses: readonly string[]) {
    this.#clauses = clauses;
  }

  /** Both this and the other filters must hold. */
  and(...others: readonly Filter[]): Filter {
    return new Filter([this, ...others].flatMap((filter) => filter.#clauses));
  }

  /**
   * The filter as MLflow reads it.
   * @throws EncodingError when two values end with a backslash: the server's parser stands it only at the very end.
   */
  toString(): string {
    const last = this.#clauses.filter((clause) => /\\['"]$/.test(clause));
    if (last.length > 1) {
      throw new EncodingError('filter', 'has several values that end with a backslash');
    }
    return [...this.#clauses.filter((clause) => !last.includes(clause)), ...last].join(' AND ');
  }
}

/** Comparisons of a number. */
export interface NumberColumn {
  eq(value: number): Filter;
  ne(value: number): Filter;
  gt(value: number): Filter;
  gte(value: number): Filter;
  lt(value: number): Filter;
  lte(value: number): Filter;
}

/** Comparisons of a text. In patterns `%` stands for any text and `_` for one character; they cannot be escaped. */
export interface TextColumn {
  eq(value: string): Filter;
  ne(value: string): Filter;
  /** Case matters. */
  like(pattern: string): Filter;
  /** Case does not matter. */
  ilike(pattern: string): Filter;
}

/**
 * Comparisons of a param or tag, which may also be absent: for runs and experiments, from MLflow 3 on. A search of registered
 * models or versions answers that with 500.
 */
export interface KeyedTextColumn extends TextColumn {
  exists(): Filter;
  absent(): Filter;
}

/** A text that can also be one of a list. */
export interface ListedTextColumn extends TextColumn {
  in(values: readonly string[]): Filter;
}

/** Start of every filter: `where.metric('f1').gt(0.5).and(where.tag('a b').eq('x'))`. */
export const where = {
  /** The last value of a metric; runs without it never match, NaN never matches. */
  metric: (key: string): NumberColumn => numberColumn(`metrics.${quoteKey(key)}`),
  param: (key: string): KeyedTextColumn => keyedColumn(`params.${quoteKey(key)}`),
  tag: (key: string): KeyedTextColumn => keyedColumn(`tags.${quoteKey(key)}`),
  /** Text attribute of a run. */
  attribute: (key: 'run_name' | 'status' | 'user_id' | 'artifact_uri'): TextColumn =>
    textColumn(`attributes.${key}`),
  /** The run id, which can also be one of a list. */
  runId: (): ListedTextColumn => listedColumn('attributes.run_id'),
  /** Start or end time of a run, in milliseconds since 1970. */
  time: (key: 'start_time' | 'end_time'): NumberColumn => numberColumn(`attributes.${key}`),
  /** Dataset inputs of a run. */
  dataset: (key: 'name' | 'digest' | 'context'): ListedTextColumn =>
    listedColumn(`datasets.${key}`),
  /** Text field of an experiment, registered model, model version or logged model. */
  field: (key: 'name' | 'run_id' | 'source_path' | 'source_run_id' | 'model_id'): TextColumn =>
    textColumn(key),
} as const;

function numberColumn(column: string): NumberColumn {
  const compare = (operator: string) => (value: number) =>
    new Filter([`${column} ${operator} ${filterNumber(value)}`]);
  return {
    eq: compare('='),
    ne: compare('!='),
    gt: compare('>'),
    gte: compare('>='),
    lt: compare('<'),
    lte: compare('<='),
  };
}

function textColumn(column: string): TextColumn {
  const compare = (operator: string) => (value: string) =>
    new Filter([`${column} ${operator} ${quoteValue(value)}`]);
  return { eq: compare('='), ne: compare('!='), like: compare('LIKE'), ilike: compare('ILIKE') };
}

function keyedColumn(column: string): KeyedTextColumn {
  return {
    ...textColumn(column),
    exists: () => new Filter([`${column} IS NOT NULL`]),
    absent: () => new Filter([`${column} IS NULL`]),
  };
}

function listedColumn(column: string): ListedTextColumn {
  return {
    ...textColumn(column),
    in: (values) => new Filter([`${column} IN ${quoteList(values)}`]),
  };
}
