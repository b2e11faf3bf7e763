// Serves one directory and then the other, so many times; prints memory and descriptors after each tenth.
import { readdirSync } from 'node:fs';
import { argv, memoryUsage, stdout } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveModel } from '@xgflow/serving/http';

const [one, two, swaps] = argv.slice(2);
let version = 1;
const alias = {
  uri: 'models:/small@champion',
  version: () => Promise.resolve(String(version)),
  fetch: () =>
    Promise.resolve({
      directory: version % 2 === 0 ? two : one,
      name: 'small',
      version: String(version),
    }),
};
const server = await serveModel(alias, { port: 0, workers: 2, drainMs: 0, logLevel: 'fatal' });
const body = JSON.stringify({ instances: Array(2000).fill([3, 'north', 2]) });
const megabytes = [];
const descriptors = [];
for (let swap = 1; swap <= Number(swaps); swap++) {
  version += 1;
  const headers = { 'content-type': 'application/json' };
  const answers = Array.from({ length: 4 }, () =>
    fetch(`${server.url}/invocations`, { method: 'POST', headers, body }),
  );
  await server.checkAlias();
  for (const answer of await Promise.all(answers)) {
    if (answer.status !== 200) throw new Error(String(answer.status));
    await answer.arrayBuffer();
  }
  if (server.model.version !== String(version)) throw new Error('not swapped');
  if (swap % (Number(swaps) / 10) === 0) {
    await sleep(200);
    megabytes.push(Math.round(memoryUsage.rss() / 1e6));
    descriptors.push(readdirSync('/proc/self/fd').length);
  }
}
await server.close();
stdout.write(JSON.stringify({ megabytes, descriptors }));
