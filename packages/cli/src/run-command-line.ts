import type { CommandContext, CommandEntry } from './command.ts';
import { causes, explain } from './errors/explain.ts';
import { InterruptedError } from './errors/interrupted-error.ts';
import { UsageError } from './errors/usage-error.ts';
import { usageMessage } from './errors/usage-message.ts';
import { exitCodes } from './exit-codes.ts';
import { commandName, loadCommands } from './load-commands.ts';
import { globalOptions } from './options/global-options.ts';
import type { Output } from './output/output.ts';
import { createParser } from './parser/create-parser.ts';
import type { Found, Selected } from './parser/parser-events.ts';

/** What one command line needs of its surroundings. */
export interface Surroundings extends CommandContext {
  readonly version: string;
  /** Columns of the window for `--help`; undefined = the widest that reads well. */
  readonly width: number | undefined;
  readonly debug: boolean;
}

async function select(
  entries: readonly CommandEntry[],
  argv: readonly string[],
  { version, width }: Surroundings,
): Promise<Selected | string> {
  const commands = await loadCommands(entries, argv);
  let found: Found = {
    path: 'xgflow',
    options: [],
    subcommands: [...entries.map(commandName), 'completion'],
  };
  let selected: Selected | undefined;
  const parser = createParser(
    commands,
    {
      found: (command) => {
        found = command;
      },
      selected: (command) => {
        selected = command;
      },
    },
    { version, width },
  );
  const shown: string[] = [];
  const complaints: string[] = [];
  await parser.parseAsync(argv, {}, (error, _argv, text) => {
    if (error) complaints.push(error.message);
    else if (text !== '') shown.push(text);
  });
  if (complaints[0] !== undefined) {
    const options = [...found.options, ...Object.keys(globalOptions), 'help', 'version'];
    const situation = { command: found.path, options, subcommands: found.subcommands, argv };
    throw new UsageError(usageMessage(complaints[0], situation));
  }
  return shown.length > 0 ? shown.join('\n') : (selected ?? '');
}

function report(error: unknown, output: Output, debug: boolean, interrupted: unknown): number {
  // Whatever a command throws after a signal is the echo of that signal.
  const explanation = explain(interrupted ?? error);
  output.error(explanation);
  if (debug) for (const cause of causes(error)) output.debug(cause);
  return explanation.exitCode;
}

/** Runs one command line to its end; resolves with the exit code, never rejects. */
export async function runCommandLine(
  entries: readonly CommandEntry[],
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { output, signal, debug } = surroundings;
  try {
    const selected = await select(entries, argv, surroundings);
    if (typeof selected !== 'string') return (await selected(surroundings)) ?? exitCodes.ok;
    // Help, version or completion: with --json still one JSON document.
    output.result({ text: selected }, () => selected);
    return exitCodes.ok;
  } catch (error) {
    const interrupted: unknown = signal.aborted ? signal.reason : undefined;
    return report(
      error,
      output,
      debug,
      interrupted instanceof InterruptedError ? interrupted : undefined,
    );
  }
}
