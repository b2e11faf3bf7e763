/** How the URL of the database is changed, the name of the error, and what it says. */
export const refusedConnections: readonly (readonly [
  what: string,
  change: (url: string) => string,
  name: string,
  says: RegExp,
])[] = [
  [
    'a wrong password',
    (url) => url.replace('claims@', 'claims:wrong@'),
    'SourceAuthError',
    /password authentication failed for user "claims"/,
  ],
  [
    'no such user',
    (url) => url.replace('claims@', 'nobody@'),
    'SourceAuthError',
    /authentication failed for user "nobody"/,
  ],
  [
    'no such database',
    (url) => url.replace('/insurance', '/insurances'),
    'SourceQueryError',
    /database "insurances" does not exist · .* · correct the name of the database$/,
  ],
  [
    'no permission',
    (url) => url.replace('claims@', 'guest:guest@'),
    'SourceAuthError',
    /^permission denied for table typed · /,
  ],
  [
    'no server',
    (url) => url.replace(/:\d+\//, ':1/'),
    'SourceUnavailableError',
    /^no answer from the database \(ECONNREFUSED\) · .* · check that it runs/,
  ],
  [
    'no such host',
    (url) => url.replace('127.0.0.1', 'no-such-host.invalid'),
    'SourceUnavailableError',
    /^no answer from the database \((?:ENOTFOUND|EAI_AGAIN)\)/,
  ],
];
