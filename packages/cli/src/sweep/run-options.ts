import { integer } from '../options/integer.ts';
import { nameList } from '../options/name-list.ts';

/** Options of the commands that run a sweep. */
export const runOptions = {
  experiment: {
    type: 'string',
    requiresArg: true,
    describe: "Name of the MLflow experiment. Default: the sweep file's name",
  },
  trials: {
    requiresArg: true,
    coerce: integer('trials', 1, 100_000),
    describe: "Trials per variant. Default: the sweep file's",
  },
  variants: {
    type: 'string',
    requiresArg: true,
    coerce: nameList('variants'),
    describe: 'Only these variants, with commas, and ensembles of them. Default: all',
  },
  concurrency: {
    requiresArg: true,
    coerce: integer('concurrency', 1, 1024),
    describe: 'Trials at the same time, one core each. Default: the cores there are',
  },
  'log-trials': {
    requiresArg: true,
    default: 10,
    coerce: integer('log-trials', 0, 10_000),
    describe: 'How many of the best trials of each variant become runs',
  },
  fresh: {
    type: 'boolean',
    default: false,
    describe: 'Start anew, even if the same sweep was left unfinished',
  },
  'take-over': {
    type: 'boolean',
    default: false,
    describe: 'Go on with a sweep whose process on another host is known to be gone',
  },
  'dry-run': { type: 'boolean', default: false, describe: 'Read, check and plan, run nothing' },
} as const;
