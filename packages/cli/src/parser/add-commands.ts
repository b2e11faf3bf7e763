import type { Argv } from 'yargs';
import type { Command } from '../command.ts';
import { commandName, type LoadedCommand } from '../load-commands.ts';
import type { ParserEvents } from './parser-events.ts';

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
