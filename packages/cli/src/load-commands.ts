import type { Command, CommandEntry, CommandGroup } from './command.ts';

/** An entry with its module where the command line may need it; subcommands are loaded the same way. */
export interface LoadedCommand {
  readonly entry: CommandEntry;
  readonly command?: Command | { readonly subcommands: readonly LoadedCommand[] };
}

/** The first word of an entry's usage. */
export function commandName(entry: CommandEntry): string {
  return entry.usage.split(' ')[0] ?? '';
}

function isGroup(command: Command | CommandGroup): command is CommandGroup {
  return 'subcommands' in command;
}

/**
 * Loads the modules whose command's name stands anywhere on the command line. A word that only looks like a name
 * costs one needless load; this way `--help` and completion of every level can be built without waiting.
 */
export async function loadCommands(
  entries: readonly CommandEntry[],
  argv: readonly string[],
): Promise<LoadedCommand[]> {
  return Promise.all(
    entries.map(async (entry) => {
      if (!argv.includes(commandName(entry))) return { entry };
      const { command } = await entry.load();
      return isGroup(command)
        ? { entry, command: { subcommands: await loadCommands(command.subcommands, argv) } }
        : { entry, command };
    }),
  );
}
