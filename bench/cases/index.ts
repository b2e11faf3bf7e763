import type { Case } from '../case.ts';
import { cliStart } from './cli-start.ts';
import { csv } from './csv.ts';
import { floor } from './floor.ts';
import { install } from './install.ts';
import { logModel } from './log-model.ts';
import { serving } from './serving.ts';
import { sweepExact } from './sweep-exact.ts';
import { sweepSeed } from './sweep-seed.ts';

/** All comparisons, in the order in which they run and are printed. */
export const cases: readonly Case[] = [
  sweepSeed,
  sweepExact,
  logModel,
  serving,
  csv,
  cliStart,
  install,
  floor,
];
