/** In a directory with claims.db and variable.yaml; URL and WRONG stand for the database with its password and a wrong one. */
export const refusedCommands: readonly (readonly [
  name: string,
  args: string[],
  code: number,
  says: RegExp,
  env?: Record<string, string>,
])[] = [
  [
    'a password is refused',
    ['init', 'URL', '--query', 'claims'],
    2,
    /^✗ a password on the command line/mu,
  ],
  [
    'a wrong password',
    ['check', 'variable.yaml'],
    4,
    /^✗ password authentication failed/mu,
    { CLAIMS_DATABASE: 'WRONG' },
  ],
  [
    'a server that is down',
    ['check', 'variable.yaml'],
    5,
    /^✗ no answer from the database \(ECONNREFUSED\)/mu,
    { CLAIMS_DATABASE: 'postgres://claims@127.0.0.1:1/x' },
  ],
  [
    'a variable that is not set',
    ['check', 'variable.yaml'],
    2,
    /^✗ the environment variable CLAIMS_DATABASE is not set/mu,
  ],
  [
    'no such table',
    ['init', 'sqlite:claims.db', '--query', 'clams', '--out', 'no.yaml'],
    2,
    /^✗ no such table: clams · .* · did you mean claims\?$/mu,
  ],
  [
    'no query',
    ['init', 'sqlite:claims.db', '--out', 'no.yaml'],
    2,
    /^✗ a database without a query/mu,
  ],
];
