import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SteadyLoad {
  readonly url: string;
  readonly body: string;
  /** Requests a second, evenly spaced, whether or not the earlier ones are answered. */
  readonly rate: number;
  readonly seconds: number;
  readonly connections: number;
}

/**
 * The 99th percentile of the latencies under a steady load, in ms, each counted from when the request was due: one that
 * waits for a connection has waited. autocannon's `overallRate` sends a second's requests in one burst instead.
 *
 * @throws Error when one is not answered with 200
 */
export async function steadyP99(load: SteadyLoad): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const count = load.rate * load.seconds;
  const start = performance.now();
  const answers: Promise<number>[] = [];
  while (answers.length < count) {
    const due = start + (answers.length * 1000) / load.rate;
    if (due > performance.now()) await sleep(1);
    else answers.push(send(agent, load).then((at) => at - due));
  }
  const latencies = (await Promise.all(answers)).sort((a, b) => a - b);
  agent.destroy();
  return latencies[Math.ceil(0.99 * count) - 1] ?? NaN;
}

/** The median of several runs: one pause of the machine decides over the 99th percentile of a single one. */
export async function medianP99(load: SteadyLoad, runs: number): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < runs; run++) values.push(await steadyP99(load));
  return values.sort((a, b) => a - b)[Math.floor((runs - 1) / 2)] ?? NaN;
}

/** Resolves with the time at which the whole answer was there. */
function send(agent: Agent, { url, body }: SteadyLoad): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sent = request(`${url}/invocations`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve(performance.now());
        else reject(new Error(`${answer.statusCode ?? '?'} · ${url} · look at its log`));
      });
    });
    sent.once('error', reject).end(body);
  });
}
