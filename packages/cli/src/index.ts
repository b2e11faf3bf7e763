export { commands, main } from './cli.ts';
export type { Command, CommandContext, CommandEntry, CommandGroup } from './command.ts';
export { defineCommand } from './command.ts';
export { exitCodeMeanings, exitCodes } from './exit-codes.ts';
export type { ExitName } from './exit-codes.ts';
