import { shellWord } from '../output/shell-word.ts';

/**
 * The command line as it was typed, by which a sweep goes on where it was. Without `--fresh`, which would begin anew.
 *
 * @param words what stood behind `xgflow`
 */
export function commandToGoOn(words: readonly string[]): string {
  const kept = words.filter((word) => !/^--fresh(?:=|$)/u.test(word));
  return ['xgflow', ...kept.map(shellWord)].join(' ');
}
