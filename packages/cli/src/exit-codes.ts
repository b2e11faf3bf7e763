/**
 * Every way a command can end: the only list. The key is the `code` of `--json` errors, the value the exit code of
 * the process. 129, 130 and 143 are 128 + the signal's number, as shells expect.
 */
export const exitCodes = {
  ok: 0,
  bug: 1,
  usage: 2,
  data: 3,
  auth: 4,
  unavailable: 5,
  'trials-failed': 6,
  'disk-full': 7,
  'queue-unavailable': 8,
  'gate-refused': 9,
  'drift-warning': 10,
  drift: 11,
  'too-little-data': 12,
  'hung-up': 129,
  interrupted: 130,
  terminated: 143,
} as const;

/** The name of a way to end, as printed in `{"error":{"code":…}}`. */
export type ExitName = keyof typeof exitCodes;

/** What each exit code means, in the words of `--help`. */
export const exitCodeMeanings: Readonly<Record<ExitName, string>> = {
  ok: 'done',
  bug: 'a bug in xgflow',
  usage: 'wrong usage, sweep file or metric name',
  data: 'bad data or model, nothing eligible',
  auth: 'the tracking server or the database refused the credentials',
  unavailable: 'no tracking server, or it or the database is unavailable',
  'trials-failed': 'some or all trials failed',
  'disk-full': 'the local disk is full',
  'queue-unavailable': 'the queue is unavailable',
  'gate-refused': 'a gate refused',
  'drift-warning': 'drift warning',
  drift: 'drift',
  'too-little-data': 'too little data to tell',
  'hung-up': 'the terminal or the connection was closed (SIGHUP)',
  interrupted: 'interrupted (Ctrl-C)',
  terminated: 'terminated (SIGTERM)',
};
