import type { ArgumentsCamelCase, InferredOptionTypes, Options, PositionalOptions } from 'yargs';
import type { Output } from './output/output.ts';

/** What a command gets beside its options. */
export interface CommandContext {
  readonly output: Output;
  /** Aborted with an InterruptedError at the first SIGINT, SIGTERM or SIGHUP: put the work away and end. */
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Ends the process: nothing = 0, else one of exit-codes.ts. */
export type CommandEnd = number | undefined;

type OptionMap = Readonly<Record<string, Options>>;
type PositionalMap = Readonly<Record<string, PositionalOptions>>;

/** A command as data: help, completion and the reference in docs/ are rendered from it. */
export interface Command {
  readonly positionals: PositionalMap;
  readonly options: OptionMap;
  /** Command line and what it does. */
  readonly examples: readonly (readonly [commandLine: string, meaning: string])[];
  run(args: ArgumentsCamelCase, context: CommandContext): Promise<CommandEnd>;
}

/** A command that only holds others. */
export interface CommandGroup {
  readonly subcommands: readonly CommandEntry[];
}

/** A line of the list of commands; its module is loaded only when the command line names it. */
export interface CommandEntry {
  /** Name and positionals as yargs writes them: `sweep <file>`. */
  readonly usage: string;
  readonly describe: string;
  load(): Promise<{ readonly command: Command | CommandGroup }>;
}

/** What a command's options and positionals are when its `run` gets them. */
type Parsed<O extends OptionMap, P extends PositionalMap> = ArgumentsCamelCase<
  InferredOptionTypes<O> & InferredOptionTypes<P>
>;

/** A command as its file writes it: `run` is typed by the options beside it. */
export interface CommandDefinition<O extends OptionMap, P extends PositionalMap> {
  readonly positionals?: P;
  readonly options: O;
  readonly examples: Command['examples'];
  run(args: Parsed<O, P>, context: CommandContext): Promise<CommandEnd>;
}

/** Types a command's `run` by its options; throw for an error, return an exit code only where the answer is one. */
export function defineCommand<const O extends OptionMap, const P extends PositionalMap>(
  definition: CommandDefinition<O, P>,
): Command {
  return {
    positionals: definition.positionals ?? {},
    options: definition.options,
    examples: definition.examples,
    run: (args, context) => definition.run(args as Parsed<O, P>, context),
  };
}
