import { KeepError } from '../errors/keep-error.ts';

/** Positions of the columns to keep. @throws {KeepError} unknown names, or names the output needs */
export function keptColumns(
  keep: readonly string[],
  names: readonly string[],
  taken: readonly string[],
  input: string,
): number[] {
  const unknown = keep.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new KeepError(unknown, 'unknown', input);
  const clashing = keep.filter((name, at) => taken.includes(name) || keep.indexOf(name) !== at);
  if (clashing.length > 0) throw new KeepError(clashing, 'taken', input);
  return keep.map((name) => names.indexOf(name));
}
