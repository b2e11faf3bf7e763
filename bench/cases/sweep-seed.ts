import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import type { Case } from '../case.ts';
import { interleave } from '../measure/interleave.ts';
import { least } from '../measure/least.ts';
import { measured } from '../measure/measured-process.ts';
import { atLeast } from '../measure/verdict.ts';
import { claims, program, python } from '../paths.ts';
import { sweepCommand } from './our-sweep.ts';
import { writeSweepJson } from './sweep-json.ts';

const OURS = 'xgflow sweep';
const PEER = 'RandomizedSearchCV and MLflow';
let round = 0;

/** A name that the server of this run does not know yet. */
const freshExperiment = (side: string): string => `bench-${side}-${process.pid}-${++round}`;

export const sweepSeed: Case = {
  name: 'sweep-seed',
  title: 'The five variants against RandomizedSearchCV',
  about:
    'The way of the notebook that xgflow replaces: for each of five variants `RandomizedSearchCV(XGBClassifier, n_jobs=2)` on pandas categories, 5 folds, ' +
    'refit, then `mlflow.xgboost.log_model` with parameters and metrics. Ours is the whole command with the same variants, trials and folds, recorded on ' +
    'the same server: more metrics, tables, pictures, and the ten best trials of each variant as runs. Both search the same space, but each draws its own ' +
    'parameters. Python watches the training set, as the notebook did, so it seldom stops early; ours watches the fold’s validation part. That is ' +
    'part of the difference, and not one of speed; the comparison with hand-tuned Python leaves it out.',
  async run(context) {
    const { pairs, quick, scratch, log } = context;
    const trials = context.trials ?? (quick ? 1 : 20);
    const sweep = await writeSweepJson(scratch);
    const uri = await context.server();
    const entries = await interleave(
      [
        {
          name: OURS,
          side: 'ours',
          command: `npx xgflow sweep examples/claims/sweep.yaml --fresh --trials ${trials}`,
          measure: async () => {
            const cwd = await mkdtemp(path.join(scratch, 'seed-'));
            const tracking = { uri, experiment: freshExperiment('ours') };
            return (await measured(sweepCommand({ trials, tracking, concurrency: 2, cwd }))).sample;
          },
        },
        {
          name: PEER,
          side: 'peer',
          measure: async () => {
            const experiment = freshExperiment('python');
            const args = [program('seed_sweep.py'), sweep, claims, String(trials), experiment];
            const env = { MLFLOW_TRACKING_URI: uri };
            return (await measured({ program: python, args, env, cwd: scratch })).sample;
          },
        },
      ],
      pairs,
      log,
    );
    const times = (quantity: 'wallSeconds' | 'cpuSeconds'): number =>
      least(entries, PEER, quantity) / least(entries, OURS, quantity);
    return {
      groups: [{ title: 'From the start of the command to its end', entries }],
      verdicts: [
        atLeast('Wall time: at least 6 × faster', times('wallSeconds'), 6, '×'),
        atLeast('CPU-seconds: at least 6 × fewer', times('cpuSeconds'), 6, '×'),
      ],
      settings: { variants: 5, trials, folds: 5, processes: 2 },
    };
  },
};
