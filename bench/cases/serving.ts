import path from 'node:path';
import autocannon from 'autocannon';
import type { Case, Group } from '../case.ts';
import { interleave, type Contender } from '../measure/interleave.ts';
import { least } from '../measure/least.ts';
import { cpuSecondsOfTree } from '../measure/cpu-of-tree.ts';
import { leastOf, type Sample } from '../measure/sample.ts';
import { atLeast, atMost } from '../measure/verdict.ts';
import { python, xgflow } from '../paths.ts';
import { freePort, ServingProcess, type ServeCommand } from './serving-process.ts';
import { servingModel, type ServingModel } from './serving-model.ts';
import { medianP99, steadyP99 } from './steady-latency.ts';

const OURS = 'xgflow serve';
const PEER = 'mlflow models serve';
const CONNECTIONS = 8;
/** Requests that the figures are of. */
const COUNT = 1000;

/** Requests as fast as they are answered. @throws Error when one is not answered with 200 */
async function load(url: string, body: string, seconds: number): Promise<autocannon.Result> {
  const result = await autocannon({
    url: `${url}/invocations`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections: CONNECTIONS,
    duration: seconds,
    body,
  });
  if (result.non2xx + result.errors > 0 || result['2xx'] === 0) {
    throw new Error(
      `${result.non2xx} refusals, ${result.errors} errors · ${url} · look at its log`,
    );
  }
  return result;
}

function loaded(server: ServingProcess, body: string, seconds: number): () => Promise<Sample> {
  return async () => {
    // Not measured: what is first compiled or loaded at the first requests.
    await load(server.url, body, Math.min(3, seconds));
    const before = await cpuSecondsOfTree(server.pid);
    const { '2xx': answered, duration } = await load(server.url, body, seconds);
    const cpu = (await cpuSecondsOfTree(server.pid)) - before;
    return { wallSeconds: (duration / answered) * COUNT, cpuSeconds: (cpu / answered) * COUNT };
  };
}

async function startOf(command: ServeCommand, model: ServingModel): Promise<Sample> {
  await using server = await ServingProcess.start(command, model.body(1));
  return { wallSeconds: server.startSeconds, cpuSeconds: await cpuSecondsOfTree(server.pid) };
}

async function commands({
  directory,
}: ServingModel): Promise<[ours: ServeCommand, peer: ServeCommand]> {
  const [ourPort, peerPort] = [await freePort(), await freePort()];
  const mlflow = path.join(path.dirname(python), 'mlflow');
  const common = ['--env-manager', 'local', '-m', directory, '-p', String(peerPort)];
  return [
    {
      program: process.execPath,
      args: [
        xgflow,
        'serve',
        '--model',
        directory,
        '--port',
        String(ourPort),
        '--log-level',
        'error',
      ],
      port: ourPort,
    },
    { program: mlflow, args: ['models', 'serve', ...common], port: peerPort },
  ];
}

export const serving: Case = {
  name: 'serving',
  title: 'Scoring over HTTP',
  about:
    `The same model (numbers only: Python's server takes no categories) and the same bodies (\`dataframe_split\`), ${CONNECTIONS} connections, each server as it comes. ` +
    'Wall and CPU are those of 1,000 requests; CPU is the server’s alone, the load comes from another process on the same machine.',
  async run({ pairs, quick, scratch, log }) {
    const model = await servingModel(scratch);
    const [ourCommand, peerCommand] = await commands(model);
    const seconds = quick ? 1 : 5;
    const groups: Group[] = [];
    let p99: number;
    {
      await using ours = await ServingProcess.start(ourCommand, model.body(1));
      await using peer = await ServingProcess.start(peerCommand, model.body(1));
      for (const rows of [1, 1000]) {
        const body = model.body(rows);
        const contenders: Contender[] = [
          { name: OURS, side: 'ours', measure: loaded(ours, body, seconds) },
          { name: PEER, side: 'peer', measure: loaded(peer, body, seconds) },
        ];
        const entries = await interleave(contenders, pairs, log);
        const title = rows === 1 ? 'One row a request' : '1,000 rows a request';
        groups.push({ title, entries, items: { count: COUNT, unit: 'requests' } });
      }
      const steady = { url: ours.url, body: model.body(1), rate: 500, connections: CONNECTIONS };
      await steadyP99({ ...steady, seconds: 1 });
      p99 = await medianP99({ ...steady, seconds: quick ? 2 : 10 }, pairs);
    }
    const starts: Contender[] = [
      { name: OURS, side: 'ours', measure: () => startOf(ourCommand, model) },
      { name: PEER, side: 'peer', measure: () => startOf(peerCommand, model) },
    ];
    const start = await interleave(starts, pairs, log);
    groups.push({ title: 'From the start of the process to the first answer', entries: start });
    const times = (at: number): number =>
      least(groups[at]?.entries ?? [], PEER, 'wallSeconds') /
      least(groups[at]?.entries ?? [], OURS, 'wallSeconds');
    const first = leastOf(start.find(({ name }) => name === OURS)?.samples ?? []).wallSeconds;
    return {
      groups,
      verdicts: [
        atLeast('Requests a second, one row: at least 50 ×', times(0), 50, '×'),
        atLeast('Requests a second, 1,000 rows: at least 15 ×', times(1), 15, '×'),
        atMost(
          'At 500 requests a second of one row: 99 % within 5 ms (median of the runs)',
          p99,
          5,
          'ms',
        ),
        atMost('First answer within 1 s', first, 1, 's'),
      ],
      settings: { connections: CONNECTIONS, features: model.features, trees: model.trees },
    };
  },
};
