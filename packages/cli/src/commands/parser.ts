import yargs, { type Argv } from 'yargs';
import type { Command, CommandContext, CommandEnd } from '../command.ts';
import { exitCodeMeanings, exitCodes, type ExitName } from '../exit-codes.ts';
import { commandName, type LoadedCommand } from '../load-commands.ts';
import { globalOptions } from '../options/global-options.ts';

/** A command that the command line named, ready to run. */
export type Selected = (context: CommandContext) => Promise<CommandEnd>;

/** The command found so far: for messages about a wrong command line. */
export interface Found {
  /** Its words: `xgflow server start`. */
  readonly path: string;
  /** Names of its own options, without dashes. */
  readonly options: readonly string[];
  readonly subcommands: readonly string[];
}

/** What the parser reports while it reads a command line. */
export interface ParserEvents {
  found(found: Found): void;
  selected(command: Selected): void;
}

/** Adds loaded commands to a parser; those that were not loaded only get their line in the help. */
export function addCommands(
  parser: Argv,
  commands: readonly LoadedCommand[],
  on: ParserEvents,
  parent: string,
): Argv {
  for (const { entry, command } of commands) {
    const path = `${parent} ${commandName(entry)}`;
    if (command === undefined) {
      parser.command(entry.usage, entry.describe);
    } else if ('subcommands' in command) {
      parser.command(entry.usage, entry.describe, (inner) =>
        addGroup(inner, command.subcommands, on, path),
      );
    } else {
      parser.command(
        entry.usage,
        entry.describe,
        (inner) => addOptions(inner, command, on, path),
        (args) => {
          on.selected((context) => command.run(args, context));
        },
      );
    }
  }
  return parser;
}

function addGroup(
  parser: Argv,
  subcommands: readonly LoadedCommand[],
  on: ParserEvents,
  path: string,
): Argv {
  const names = subcommands.map(({ entry }) => commandName(entry));
  on.found({ path, options: [], subcommands: names });
  return addCommands(parser, subcommands, on, path).demandCommand(
    1,
    `no command given · ${path} · give one of: ${names.join(', ')}`,
  );
}

function addOptions(parser: Argv, command: Command, on: ParserEvents, path: string): Argv {
  on.found({ path, options: Object.keys(command.options), subcommands: [] });
  for (const [key, options] of Object.entries(command.positionals)) {
    parser.positional(key, options);
  }
  for (const [line, meaning] of command.examples) parser.example(line, meaning);
  return parser.options(command.options);
}

const widestHelp = 100;

function exitCodeLines(): string {
  return (Object.keys(exitCodes) as ExitName[])
    .map((name) => `  ${String(exitCodes[name]).padStart(3)}  ${exitCodeMeanings[name]}`)
    .join('\n');
}

/** What to make of the texts that the parser shows: the version and the width of the window. */
export interface ParserOptions {
  readonly version: string;
  readonly width: number | undefined;
}

/** The parser of the whole command line; it writes and exits nothing by itself. */
export function createParser(
  commands: readonly LoadedCommand[],
  on: ParserEvents,
  { version, width = widestHelp }: ParserOptions,
): Argv {
  const names = commands.map(({ entry }) => commandName(entry));
  const parser = yargs()
    .scriptName('xgflow')
    .usage('$0 <command>\n\nXGBoost experiments tracked in MLflow.')
    .detectLocale(false)
    .locale('en')
    .exitProcess(false)
    .strict()
    .parserConfiguration({
      // `--a.b` and `007` are what they say; of an option given twice the last one counts.
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'duplicate-arguments-array': false,
    })
    .options(globalOptions)
    .version(version)
    .help()
    .wrap(Math.min(width, widestHelp))
    .completion('completion', 'Print a script that completes xgflow in bash or zsh')
    .example('xgflow server start', 'a local MLflow server for this directory')
    .example('xgflow <command> --help', 'options and examples of a command')
    .epilogue(`Exit codes:\n${exitCodeLines()}`)
    .demandCommand(1, `no command given · xgflow · give one of: ${names.join(', ')}`)
    .recommendCommands();
  return addCommands(parser, commands, on, 'xgflow');
}
