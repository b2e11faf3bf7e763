import path from 'node:path';
import type { Case, CaseContext } from '../case.ts';
import { interleave } from '../measure/interleave.ts';
import type { Contender, Entry } from '../measure/interleave.ts';
import { least } from '../measure/least.ts';
import { measured } from '../measure/measured-process.ts';
import type { Command } from '../measure/measured-process.ts';
import type { Sample } from '../measure/sample.ts';
import { atMost } from '../measure/verdict.ts';
import { claims, program, python } from '../paths.ts';
import { localSweep } from './our-sweep.ts';
import { writeSweepJson } from './sweep-json.ts';

const OURS = 'xgflow';
const PEER = 'mlflow.xgboost.log_model';

export const logModel: Case = {
  name: 'log-model',
  title: 'Logging a model',
  about:
    'The same model to the same server with signature and input example, which in both formats come with the requirements and the environment files. ' +
    'MLflow finds the requirements by loading the model in a fresh Python process and checks the input example by predicting with it; ours writes down the ' +
    'versions that it was built with. Ours logs one made-up row as the example, Python five real ones.',
  whyMissed:
    'What is left of our wall time is spent waiting: the server takes the files one request each, and every file is forced to the disk before it is sent. ' +
    'The wait is the server’s, so it weighs more the busier its machine is.',
  async run(context) {
    const { pairs, quick, log } = context;
    const calls = quick ? 1 : 3;
    const [warm, cold] = await contenders(context, calls);
    const inProcess = await interleave(warm, pairs, log);
    const fromStart = await interleave(cold, pairs, log);
    const share = (entries: readonly Entry[], quantity: 'wallSeconds' | 'cpuSeconds'): number =>
      least(entries, OURS, quantity) / least(entries, PEER, quantity);
    return {
      groups: [
        { title: 'One call in a warm process', entries: inProcess },
        { title: 'A process that logs one model, its start included', entries: fromStart },
      ],
      verdicts: [
        atMost('Wall time of a call: at most 1/10', share(inProcess, 'wallSeconds'), 0.1, '×'),
        atMost('CPU-seconds of a call: at most 1/10', share(inProcess, 'cpuSeconds'), 0.1, '×'),
      ],
      settings: { calls },
    };
  },
};

async function contenders(
  { scratch, server }: CaseContext,
  calls: number,
): Promise<[warm: Contender[], cold: Contender[]]> {
  const sweep = await writeSweepJson(scratch);
  const variant = { trials: 2, variants: ['original'], concurrency: 2 };
  const model = path.join(await localSweep(scratch, variant), 'original/model/model.ubj');
  const uri = await server();
  const ours = (warm: number): Command => ({
    program: process.execPath,
    args: [program('log-model.ts'), model, claims, String(warm), uri],
  });
  const peer = (warm: number): Command => ({
    program: python,
    args: [program('log_model.py'), model, claims, sweep, String(warm)],
    env: { MLFLOW_TRACKING_URI: uri },
  });
  const call = async (command: Command): Promise<Sample> =>
    JSON.parse((await measured(command)).stdout) as Sample;
  const whole = async (command: Command): Promise<Sample> => (await measured(command)).sample;
  return [
    [
      { name: OURS, side: 'ours', measure: () => call(ours(calls)) },
      { name: PEER, side: 'peer', measure: () => call(peer(calls)) },
    ],
    [
      { name: OURS, side: 'ours', measure: () => whole(ours(0)) },
      { name: PEER, side: 'peer', measure: () => whole(peer(0)) },
    ],
  ];
}
