import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Case, CaseContext } from '../case.ts';
import { POINTS_PER_BATCH } from '../contenders/metric-batches.ts';
import { interleave } from '../measure/interleave.ts';
import type { Contender } from '../measure/interleave.ts';
import { measured } from '../measure/measured-process.ts';
import type { Sample } from '../measure/sample.ts';
import { program } from '../paths.ts';
import { sweepCommand } from './our-sweep.ts';

export const floor: Case = {
  name: 'floor',
  title: 'How far from the floor',
  about:
    'A sweep cannot be faster than libxgboost, nor its log faster than the server. The first figures say which part of a trial process’s time is spent ' +
    'inside C functions of libxgboost, every call timed. The table logs the same metrics through our client, which checks and encodes each ' +
    'point, and as ready bodies over one kept connection, where nothing is left but the server; CPU is that of the sender.',
  async run(context) {
    const { pairs, quick, log } = context;
    const batches = quick ? 2 : 20;
    const trials = context.trials ?? (quick ? 2 : 20);
    const shares = [];
    for (let pair = 0; pair < pairs; pair++) {
      shares.push(await nativeShare(context, trials));
      log(`${pair + 1}/${pairs} share inside libxgboost`);
    }
    const entries = await interleave(await senders(context, batches), pairs, log);
    const percent = (values: readonly number[]): string =>
      `${(100 * Math.min(...values)).toFixed(1)} to ${(100 * Math.max(...values)).toFixed(1)} %`;
    const count = batches * POINTS_PER_BATCH;
    return {
      groups: [
        {
          title: `log-batch, ${POINTS_PER_BATCH} metrics a request`,
          entries,
          items: { count, unit: 'metrics' },
        },
      ],
      verdicts: [],
      settings: { trials, batches },
      figures: {
        'Inside libxgboost, of the time that one trial process is at work': percent(
          shares.map(({ ofJobs }) => ofJobs),
        ),
        'Inside libxgboost, of the whole command with one process': percent(
          shares.map(({ ofCommand }) => ofCommand),
        ),
      },
    };
  },
};

async function senders({ server }: CaseContext, batches: number): Promise<Contender[]> {
  const uri = await server();
  const sending = (name: string) => async (): Promise<Sample> => {
    const args = [program(name), uri, String(batches)];
    return JSON.parse((await measured({ program: process.execPath, args })).stdout) as Sample;
  };
  return [
    { name: 'client.runs.logBatch', side: 'ours', measure: sending('log-batch-client.ts') },
    { name: 'ready bodies', side: 'reference', measure: sending('log-batch-raw.ts') },
  ];
}

/** Runs a sweep with one trial process in which every C call is timed. */
async function nativeShare(
  { scratch }: CaseContext,
  trials: number,
): Promise<{ readonly ofJobs: number; readonly ofCommand: number }> {
  const cwd = await mkdtemp(path.join(scratch, 'floor-'));
  const out = path.join(cwd, 'native.json');
  const command = sweepCommand({ trials, variants: ['original'], concurrency: 1, cwd });
  const { sample } = await measured({
    ...command,
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL(program('time-native-calls.ts')).href}`,
      XGFLOW_BENCH_NATIVE_TIMES: out,
    },
  });
  const times = JSON.parse(await readFile(out, 'utf8')) as { nativeMs: number; jobsMs: number };
  return {
    ofJobs: times.nativeMs / times.jobsMs,
    ofCommand: times.nativeMs / 1000 / sample.wallSeconds,
  };
}
