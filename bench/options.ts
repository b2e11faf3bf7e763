import path from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './paths.ts';

export const resultsFile = path.join(repository, 'bench/results.json');

export interface Options {
  readonly help: boolean;
  /** Render docs/performance.md from the results, measure nothing. */
  readonly write: boolean;
  readonly quick: boolean;
  /** Names of cases; undefined = all. */
  readonly only: readonly string[] | undefined;
  readonly pairs: number;
  readonly trials: number | undefined;
  /** Where the results go; undefined = nowhere. */
  readonly out: string | undefined;
}

export const usage = `npm run bench -- [options]      measures and prints; results go to bench/results.json
npm run bench -- --write        writes docs/performance.md from bench/results.json, measures nothing

--only NAME,…   only these comparisons; the results of the others are kept
--pairs N       how often each side is measured, in turn (default 5, with --quick 1); the least counts
--trials N      trials per variant of the sweeps (default: sweep-seed 20, sweep-exact 100, floor 20)
--quick         tiny sizes: to see that it works; writes no results unless --out is given
--out FILE      where the results go (default bench/results.json)`;

/** @throws Error that says what is wrong, in one line */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      pairs: { type: 'string' },
      trials: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { help, write, quick, only } = values;
  return {
    help,
    write,
    quick,
    only: only?.split(','),
    pairs: positive('pairs', values.pairs) ?? (quick ? 1 : 5),
    trials: positive('trials', values.trials),
    out: values.out ?? (quick ? undefined : resultsFile),
  };
}

function positive(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new Error(
    `${text} is no number of ${name} · --${name} · give a whole number of at least 1`,
  );
}
