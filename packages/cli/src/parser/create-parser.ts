import yargs, { type Argv } from 'yargs';
import { exitCodeMeanings, exitCodes, type ExitName } from '../exit-codes.ts';
import { commandName, type LoadedCommand } from '../load-commands.ts';
import { globalOptions } from '../options/global-options.ts';
import { addCommands } from './add-commands.ts';
import type { ParserEvents } from './parser-events.ts';

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
