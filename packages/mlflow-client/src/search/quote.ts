import { EncodingError } from '../errors/encoding-error.ts';

/** MLflow's filter grammar has no escapes: a text stands between single or double quotes and may not hold both. */
export function quoteValue(value: string): string {
  if (!value.includes("'")) return `'${value}'`;
  if (!value.includes('"')) return `"${value}"`;
  throw new EncodingError(
    `filter value ${JSON.stringify(value)}`,
    'holds both kinds of quotes, which MLflow filters cannot express',
    'filter by another column, or read the runs and compare here',
  );
}

/** Quote a key with backticks, or with double quotes when it holds a backtick. */
export function quoteKey(key: string): string {
  if (key === '') throw new EncodingError('filter key', 'is empty');
  if (!key.includes('`')) return `\`${key}\``;
  if (!key.includes('"')) return `"${key}"`;
  throw new EncodingError(
    `filter key ${JSON.stringify(key)}`,
    'holds a backtick and a double quote, which MLflow filters cannot express',
  );
}

/** Write a number as the grammar reads it: it has no `e+21`, no NaN and no infinities. */
export function filterNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new EncodingError('filter value', `${value} cannot be compared by MLflow filters`);
  }
  return String(value).replace('e+', 'e');
}

/** A list for IN. The server reads it as a Python literal, so quotes and backslashes are refused. */
export function quoteList(values: readonly string[]): string {
  if (values.length === 0) throw new EncodingError('filter list', 'is empty');
  for (const value of values) {
    if (/['"\\\p{Cc}]/u.test(value)) {
      throw new EncodingError(
        `filter list value ${JSON.stringify(value)}`,
        'holds a quote, backslash or control character, which MLflow lists cannot express',
      );
    }
  }
  return `(${values.map((value) => `'${value}'`).join(', ')})`;
}
