import { expect, test } from '@jest/globals';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createAgents } from '../../src/http/agents.ts';
import { resolveOptions } from '../../src/options.ts';
import { liveUri } from './live-client.ts';

// uvicorn closes an idle connection after 5 s. The transport would retry a reset; the connections alone must do.
test('a pooled connection is gone before the server closes it', async () => {
  const trackingUri = liveUri();
  const options = resolveOptions({ trackingUri }, {}, '/nonexistent');
  const get = (agent: http.Agent) =>
    new Promise<boolean>((resolve, reject) => {
      const request = http.get(`${trackingUri}/version`, { agent }, (answer) => {
        answer.resume();
        answer.on('end', () => {
          resolve(request.reusedSocket);
        });
      });
      request.on('error', reject);
    });
  // One pool for each gap, so that each has its own idle connection.
  const pools = Array.from({ length: 25 }, () => createAgents(options));
  const reused = await Promise.all(
    pools.map(async (pool, i) => {
      const { http: agent } = pool.pooled;
      await get(agent);
      const soon = await get(agent);
      await pause(4850 + i * 15);
      return [soon, await get(agent)];
    }),
  );
  expect(reused).toEqual(pools.map(() => [true, false]));
  for (const pool of pools) pool.destroy();
}, 30_000);
