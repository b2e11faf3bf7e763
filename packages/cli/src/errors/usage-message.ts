import { closest } from '@xgflow/data/closest';

/** What the parser knows about the command at fault. */
export interface UsageSituation {
  /** The words of the command found so far, e.g. `xgflow server start`. */
  readonly command: string;
  /** Its options, without dashes. */
  readonly options: readonly string[];
  /** Its subcommands. */
  readonly subcommands: readonly string[];
  readonly argv: readonly string[];
}

const quote = (word: string): string => JSON.stringify(word);
const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

function meant(word: string, candidates: readonly string[], show: (name: string) => string) {
  const found = closest(word, candidates);
  return found === undefined ? '' : ` · did you mean ${show(found)}?`;
}

function isOption(name: string, argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const before = end === -1 ? argv : argv.slice(0, end);
  // `--no-x` is the option x to the parser.
  const asWritten = [dashed(name), `--no-${name}`];
  if (asWritten.some((option) => before.some((word) => word.split('=', 1)[0] === option))) {
    return true;
  }
  // -xyz is three options to the parser.
  return name.length === 1 && before.some((word) => /^-[^-]/u.test(word) && word.includes(name));
}

function unknown(names: readonly string[], situation: UsageSituation): string {
  const { command, options, subcommands, argv } = situation;
  // The parser also lists the camelCase twin of a dashed option.
  const written = names.filter((name) => isOption(name, argv) || argv.includes(name));
  const name = written[0] ?? names[0] ?? '';
  if (isOption(name, argv)) {
    return `unknown option ${dashed(name)} · ${command}${meant(name, options, dashed)}`;
  }
  if (subcommands.length > 0) {
    const hint = meant(name, subcommands, (found) => `${command} ${found}`);
    return `unknown command ${quote(name)} · ${command}${hint === '' ? ` · give one of: ${subcommands.join(', ')}` : hint}`;
  }
  return `unexpected argument ${quote(name)} · ${command}`;
}

const rules: readonly (readonly [RegExp, (found: string, situation: UsageSituation) => string])[] =
  [
    [/^Unknown (?:arguments?|commands?): (.*)$/su, (found, at) => unknown(found.split(', '), at)],
    [
      /^Did you mean .*$/su,
      (_, at) => {
        const words = at.argv.filter((word) => !word.startsWith('-'));
        const depth = at.command.split(' ').length - 1;
        return unknown(words.slice(depth, depth + 1), at);
      },
    ],
    [
      /^Missing required arguments?: (.*)$/su,
      (found, at) => `missing ${found.split(', ').map(dashed).join(', ')} · ${at.command}`,
    ],
    [
      /^Not enough arguments following: (.*)$/su,
      (found, at) => `${dashed(found)} needs a value · ${at.command}`,
    ],
    [
      /^Not enough non-option arguments: got \d+, need at least \d+$/su,
      (_, at) => `an argument is missing · ${at.command}`,
    ],
    [
      /^Invalid values:\s*Argument: (\S+), Given: .*$/su,
      (found, at) => `${dashed(found)} does not take that value · ${at.command}`,
    ],
    [
      /^Arguments (\S+) and (\S+) are mutually exclusive$/su,
      (found, at) => `${dashed(found)} cannot be combined · ${at.command}`,
    ],
  ];

/** The parser's complaint in one line: what · where · what to do. */
export function usageMessage(complaint: string, situation: UsageSituation): string {
  const help = `\`${situation.command} --help\` shows what it takes`;
  for (const [pattern, say] of rules) {
    const match = pattern.exec(complaint);
    if (!match) continue;
    const line = say(match[1] ?? '', situation);
    return line.split(' · ').length > 2 ? line : `${line} · ${help}`;
  }
  return complaint.includes(' · ') ? complaint : `${complaint} · ${situation.command} · ${help}`;
}
