import type { CommandContext, CommandEnd } from '../command.ts';

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
