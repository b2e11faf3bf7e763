import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import type { Case, CaseContext } from '../case.ts';
import { interleave } from '../measure/interleave.ts';
import type { Contender } from '../measure/interleave.ts';
import { least } from '../measure/least.ts';
import { measured } from '../measure/measured-process.ts';
import type { Sample } from '../measure/sample.ts';
import { atMost } from '../measure/verdict.ts';
import { claims, program, python } from '../paths.ts';
import { localSweep, sweepCommand } from './our-sweep.ts';
import { writeSweepJson } from './sweep-json.ts';

const VARIANT = 'original';
const PROCESSES = 2;
const OURS = 'xgflow sweep';
const PEER = 'Python, the same trials';

/** What rerun_sweep.py prints. */
interface Rerun {
  readonly trials: number;
  /** Trials whose scores or rounds are not ours. */
  readonly different: readonly number[];
  readonly trialSeconds: number;
  readonly ourTrialSeconds: number;
}

function ours(name: string, trials: number, { scratch }: CaseContext): Contender {
  return {
    name,
    side: trials === 1 ? 'reference' : 'ours',
    command: `npx xgflow sweep examples/claims/sweep.yaml --no-tracking --fresh --trials ${trials} --variants ${VARIANT}`,
    measure: async () => {
      const cwd = await mkdtemp(path.join(scratch, 'sweep-'));
      const settings = { trials, variants: [VARIANT], concurrency: PROCESSES };
      return (await measured(sweepCommand({ ...settings, cwd }))).sample;
    },
  };
}

export const sweepExact: Case = {
  name: 'sweep-exact',
  title: 'A sweep against hand-tuned Python',
  about:
    'Python reruns exactly our trials on exactly our folds: two forked processes that share the imports, matrices sliced once for all trials, early ' +
    'stopping, only the watched metric, one thread a trial. Every score and round is compared with ours and a difference fails the benchmark: once to the ' +
    'last bit with wins counted exactly as ours does, and in the measured runs to 1e-14, since scikit-learn adds the area up in floating point. ' +
    'Our figure is the whole command: beside the trials it draws the split and the parameters, refits the winner, computes every metric with its ' +
    'interval, SHAP and the pictures, and writes the model. What that costs is the row with one trial. Python does the trials and nothing else.',
  async run(context) {
    const { pairs, quick, scratch, log } = context;
    const trials = context.trials ?? (quick ? 2 : 100);
    const sweep = await writeSweepJson(scratch);
    const settings = { trials, variants: [VARIANT], concurrency: PROCESSES };
    const done = path.join(await localSweep(scratch, settings), VARIANT);
    const args = [program('rerun_sweep.py'), sweep, VARIANT, done, claims, String(PROCESSES)];
    const rerun = async (
      ...how: readonly string[]
    ): Promise<Rerun & { readonly sample: Sample }> => {
      const { stdout, sample } = await measured({ program: python, args: [...args, ...how] });
      return { ...checked(JSON.parse(stdout) as Rerun, trials), sample };
    };
    await rerun('exact');
    const inside: Rerun[] = [];
    const peer: Contender = {
      name: PEER,
      side: 'peer',
      measure: async () => {
        const outcome = await rerun();
        inside.push(outcome);
        return outcome.sample;
      },
    };
    const entries = await interleave(
      [ours(OURS, trials, context), peer, ours('xgflow sweep, one trial', 1, context)],
      pairs,
      log,
    );
    const times = least(entries, OURS, 'cpuSeconds') / least(entries, PEER, 'cpuSeconds');
    return {
      groups: [{ title: 'From the start of the command to its end', entries }],
      verdicts: [atMost('CPU-seconds of Python: at most 1 ×', times, 1, '×')],
      settings: { variant: VARIANT, trials, folds: 5, processes: PROCESSES },
      figures: {
        'Scores and rounds equal to the last bit': `${trials} of ${trials} trials`,
        ...trialTimes(inside),
      },
    };
  },
};

function checked(rerun: Rerun, trials: number): Rerun {
  if (rerun.trials === trials && rerun.different.length === 0) return rerun;
  throw new Error(
    `Python's scores are not ours · trials ${rerun.different.join(', ')} of ${rerun.trials} · the comparison would mean nothing`,
  );
}

/** The trials' own wall time, summed: one thread each, so it is nearly their CPU time. */
function trialTimes(inside: readonly Rerun[]): Record<string, string> {
  const python = Math.min(...inside.map(({ trialSeconds }) => trialSeconds));
  const [first] = inside;
  return {
    'The trials alone, summed over both processes, Python (least)': `${python.toFixed(2)} s`,
    'The same of ours (one run, not the least)': `${(first?.ourTrialSeconds ?? NaN).toFixed(2)} s`,
  };
}
