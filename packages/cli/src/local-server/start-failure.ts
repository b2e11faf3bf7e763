import { ServerStartError } from '../errors/server-start-error.ts';

/** Lines of the log that a failure carries. */
const tailLines = 20;

/** An exception's last line, or an error that uvicorn logs before it shuts down in good order: `DATE TIME ERROR: …`. */
const errorLine = /^(?:[\w.]*(?:Error|Exception|Exit)\b\s*:?|(?:\S+ \S+ )?ERROR:)\s+\S/u;

/** The line of a Python program's log that says why it ended: the last error, else the last line. */
export function causeInLog(lines: readonly string[]): string {
  const said = lines.filter((line) => line.trim() !== '');
  const error = said.findLast((line) => errorLine.test(line));
  return error ?? said.at(-1) ?? 'it wrote nothing';
}

/** The error for a server that ended, or did not answer, while it was started. */
export function startFailure(
  what: string,
  log: string,
  lines: readonly string[],
): ServerStartError {
  return new ServerStartError(
    `${what}: ${causeInLog(lines)} · ${log} · \`xgflow server logs\` shows more`,
    lines.slice(-tailLines),
  );
}
