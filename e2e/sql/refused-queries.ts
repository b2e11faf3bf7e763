/** Query, name of the error, and what it says. */
export const refusedQueries: readonly (readonly [string, string, RegExp])[] = [
  [
    'tyepd',
    'SourceQueryError',
    /^no table tyepd · postgres:\/\/claims@127.* · did you mean typed\?$/,
  ],
  [
    'SELECT * FROM tyepd',
    'SourceQueryError',
    /^relation "tyepd" does not exist · .* · did you mean typed\?$/,
  ],
  [
    'SELECT smal FROM typed',
    'SourceQueryError',
    /^column "smal" does not exist · .* · Perhaps you meant .*"typed.small"/,
  ],
  ['SELEC 1', 'SourceQueryError', /^syntax error at or near "SELEC" · /],
  ['SELECT 1 / (id - id) FROM typed', 'SourceQueryError', /^division by zero · /],
  ['SELECT 1 AS a; SELECT 2', 'SourceQueryError', /^cannot insert multiple commands/],
  [
    "SELECT nextval('counter')",
    'SourceQueryError',
    /^cannot execute nextval\(\) in a read-only transaction/,
  ],
  ['DELETE FROM unkeyed', 'SourceQueryError', /^cannot execute DELETE in a read-only transaction/],
  ['SET timezone = 5', 'BadSourceError', /^the query gives no columns · /],
  ['SELECT 1 AS a, 2 AS a', 'BadSourceError', /^column "a" comes twice · /],
  [
    'SELECT a FROM bad',
    'BadCellError',
    /^"NaN" is not a finite number · .* row 2, column "a" · write NULL/,
  ],
  [
    'SELECT big FROM bad',
    'BadCellError',
    /^"9007199254740993" is an integer beyond .* row 2, column "big"/,
  ],
  [
    'SELECT amount FROM bad',
    'UnsupportedTypeError',
    /^type money is neither .*, column "amount" · /,
  ],
  ['SELECT raw FROM typed', 'UnsupportedTypeError', /^type bytea is /],
  ['empty', 'NoRowsError', /^no rows · /],
];
