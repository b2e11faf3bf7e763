import { refuse } from './refuse.ts';
import { pointerOf, type RecordInput, type RowInput } from './scoring-input.ts';

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `[{name: value}, …]` */
export function readRecords(value: unknown, form: string): RecordInput {
  if (!Array.isArray(value)) {
    throw refuse('BAD_REQUEST', pointerOf(form), ['not a list', 'give a list of records']);
  }
  const wrong = value.findIndex((record) => !isObject(record));
  if (wrong >= 0) {
    const hint = 'give an object of names and values';
    throw refuse('BAD_REQUEST', pointerOf(form, wrong), ['not a record', hint]);
  }
  return {
    kind: 'records',
    records: value as Record<string, unknown>[],
    pointer: (row, field) => pointerOf(form, row, field),
  };
}

/** `{columns: [name, …], data: [[value, …], …]}`; `index` is of no use here and is not looked at. */
export function readTable(value: unknown, form: string, dataKey = 'data'): RowInput {
  const data = dataKey === '' ? [form] : [form, dataKey];
  if (!isObject(value) || !isNames(value.columns)) {
    throw refuse('INVALID_PARAMETER_VALUE', pointerOf(form, 'columns'), [
      'no list of column names',
      "give pandas' split form: columns, data",
    ]);
  }
  const names = value.columns;
  if (new Set(names).size !== names.length) {
    throw refuse('INVALID_PARAMETER_VALUE', pointerOf(form, 'columns'), [
      'a column name occurs twice',
      'give each column once',
    ]);
  }
  const rows: unknown = value.data;
  if (!Array.isArray(rows)) {
    throw refuse('BAD_REQUEST', pointerOf(...data), ['not a list', 'give a list of rows']);
  }
  const width = names.length;
  const wrong = rows.findIndex((row) => !Array.isArray(row) || row.length !== width);
  if (wrong >= 0) {
    throw refuse('BAD_REQUEST', pointerOf(...data, wrong), [
      `not a list of ${width} values`,
      'give one value per column, null where unknown',
    ]);
  }
  return {
    kind: 'rows',
    names,
    rows: rows as unknown[][],
    pointer: (row, field) => pointerOf(...data, row, names.indexOf(field)),
  };
}

/** `{name: [value, …], …}`: columns, all of one length. A single value stands for a list of one. */
export function columnsToRows(value: Record<string, unknown>, form: string): RowInput {
  const names = Object.keys(value);
  const columns = names.map((name): unknown[] => {
    const column = value[name];
    return Array.isArray(column) ? column : [column];
  });
  const length = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== length)) {
    throw refuse('BAD_REQUEST', pointerOf(form), [
      'columns of different lengths',
      'give every column a value for each row',
    ]);
  }
  return {
    kind: 'rows',
    names,
    rows: Array.from({ length }, (_, row) => columns.map((column) => column[row])),
    pointer: (row, field) => pointerOf(form, field, row),
  };
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
