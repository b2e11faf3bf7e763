import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { connect } from '../../src/options/connect.ts';
import type { CommandContext } from '../../src/command.ts';
import { Output } from '../../src/output/output.ts';
import { KeptStream } from '../support/stream.ts';

/** A server that says: come again in an hour. */
async function withBusyServer(work: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((_, answer) => {
    answer.writeHead(429, { 'retry-after': '3600' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a command that only reads waits for no server once it is told to end', async () => {
  await withBusyServer(async (trackingUri) => {
    const controller = new AbortController();
    const [stdout, stderr] = [new KeptStream(), new KeptStream()];
    const output = new Output({ json: false, stdout, stderr, env: {} });
    const { signal } = controller;
    const context: CommandContext = { signal, output, env: {}, cwd: '/' };
    const { client } = await connect({ trackingUri }, context, { endsAtOnce: true });
    const answer = client.experiments.getByName('claims').catch((error: unknown) => error);
    setTimeout(() => {
      controller.abort();
    }, 200);
    const start = performance.now();
    expect(await answer).toMatchObject({ name: 'AbortedError' });
    expect(performance.now() - start).toBeLessThan(5000);
    expect(stderr.text).toMatch(
      /^! waiting for the tracking server, up to 2 min more · HTTP 429 Too Many Requests\n$/u,
    );
  });
}, 30_000);
