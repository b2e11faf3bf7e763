import path from 'node:path';
import type { DecisionLog } from '@xgflow/serving/decisions';
import { UsageError } from '../errors/usage-error.ts';
import { integer } from './integer.ts';
import { nameList } from './name-list.ts';

/** Options of a server that logs what it decides. */
export const decisionOptions = {
  'decision-log': {
    type: 'string',
    requiresArg: true,
    describe: 'File to log every decided row in, before it is given; `xgflow audit` reads it',
  },
  redact: {
    type: 'string',
    requiresArg: true,
    coerce: nameList('redact'),
    describe:
      'With --decision-log: columns, with commas (one with a comma in it in double quotes), of which only keyed hashes are logged',
  },
  'decision-fsync': {
    choices: ['always', 'never'] as const,
    default: 'always',
    describe: 'With --decision-log: whether a decision waits until its record is on the disk',
  },
  'decision-log-mb': {
    requiresArg: true,
    default: 256,
    coerce: integer('decision-log-mb', 1, 1_000_000),
    describe: 'With --decision-log: MiB after which a new file is begun',
  },
} as const;

interface DecisionArguments {
  readonly decisionLog?: string | undefined;
  readonly redact?: readonly string[] | undefined;
  readonly decisionFsync: 'always' | 'never';
  readonly decisionLogMb: number;
}

/** The decision log of a command line; undefined without one. @throws UsageError · what DecisionLog.open throws */
export async function decisionLogOf(
  { decisionFsync, decisionLog, decisionLogMb, redact }: DecisionArguments,
  { cwd }: { readonly cwd: string },
): Promise<DecisionLog | undefined> {
  if (decisionLog === undefined) {
    if (redact === undefined) return undefined;
    throw new UsageError(
      '--redact says what a decision log leaves out · command line · add --decision-log FILE',
    );
  }
  const { DecisionLog: Log } = await import('@xgflow/serving/decisions');
  return Log.open(path.resolve(cwd, decisionLog), {
    fsync: decisionFsync,
    maxBytes: decisionLogMb * 2 ** 20,
    ...(redact === undefined ? {} : { redact }),
  });
}
