import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { sharedModel } from '../../support/shared-model.ts';
import { Load } from './load.ts';
import { ServedProcess } from './served-process.ts';

const model = sharedModel();
/** More of them see less: what each may keep unseen is 10 MB over half of these. */
const REQUESTS = Number(process.env.XGFLOW_ONE_ROW_REQUESTS ?? 2_000_000);
const NOBODY = { large: 0, small: 0, middle: 0, explain: 0, unread: 0, cut: 0 };

function open(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  return socket;
}

/** Memory at rest after the first requests, once for each job, so that what is compiled or loaded late is there. */
async function warmed(served: ServedProcess): Promise<number> {
  const load = new Load(served.url, { ...NOBODY, small: 10, middle: 4 });
  await sleep(5000);
  load.stop();
  await sleep(1000);
  return (await served.memory()).now;
}

test(`${REQUESTS} rows asked for one by one leave nothing behind`, async () => {
  await using served = await ServedProcess.start(model());
  const before = await warmed(served);
  const { hostname, port } = new URL(served.url);
  const body = '{"instances":[[3,"north",2]]}';
  const request = `POST /invocations HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const answered = async (requests: number): Promise<void> => {
    const socket = connect(Number(port), hostname);
    // Eight at a time on one connection: this program must not be what is slow.
    const together = request.repeat(8);
    let left = requests;
    let seen = 0;
    socket.write(together);
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      seen += chunk.toString('latin1').split('HTTP/1.1 200').length - 1;
      if (seen < 8) continue;
      seen -= 8;
      left -= 8;
      if (left <= 0) break;
      socket.write(together);
    }
  };
  const curve: number[] = [];
  for (let turn = 0; turn < 10; turn++) {
    await Promise.all(Array.from({ length: 4 }, () => answered(REQUESTS / 40)));
    curve.push((await served.memory()).now);
  }
  process.stderr.write(
    `RSS ${before.toFixed(0)} MB, then ${curve.map((mb) => mb.toFixed(0)).join(' ')}\n`,
  );
  expect(curve[9]! - curve[4]!).toBeLessThan(10);
}, 1_200_000);

test('10,000 requests that are broken off leave no memory, no descriptor, and nothing held', async () => {
  await using served = await ServedProcess.start(model());
  const before = await warmed(served);
  const descriptors = await served.descriptors();
  const body = `{"instances":[${Array<string>(20_000).fill('[3,"north",2]').join(',')}]}`;
  const head = `POST /predict HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  for (let turn = 0; turn < 200; turn++) {
    const sockets = Array.from({ length: 50 }, () => open(served.url));
    // In the headers, in the body, and after the last byte.
    for (const [at, socket] of sockets.entries()) {
      socket.write(
        (head + body).slice(0, [30, head.length + 5000, head.length + body.length][at % 3]),
      );
    }
    await sleep(10);
    for (const socket of sockets) socket.destroy();
  }
  await sleep(3000);
  const after = await served.memory();
  process.stderr.write(
    `RSS ${before.toFixed(0)} → ${after.now.toFixed(0)} MB, peak ${after.peak.toFixed(0)}\n`,
  );
  expect(await served.descriptors()).toBeLessThanOrEqual(descriptors + 2);
  const metrics = await (await fetch(`${served.url}/metrics`)).text();
  // The request for the metrics itself.
  expect(metrics).toContain('xgflow_http_requests_in_flight 1\n');
  expect(metrics).toContain('xgflow_queue_depth 0\n');
  expect(after.now - before).toBeLessThan(150);
}, 600_000);

test('slow and silent connections end: 1,000 at a time, and each after its time', async () => {
  await using served = await ServedProcess.start(model());
  await warmed(served);
  const descriptors = await served.descriptors();
  const sockets = Array.from({ length: 5000 }, (_, at) => {
    const socket = open(served.url);
    const long = 'content-length: 1000\r\n\r\n{"a';
    // Nothing at all, half of the headers, half of a body, a request and then nothing.
    socket.write(
      [
        '',
        'GET /ping HTTP/1.1\r\nhost: lo',
        `POST /predict HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${long}`,
        'GET /ping HTTP/1.1\r\nhost: localhost\r\n\r\n',
      ][at % 4]!,
    );
    socket.resume();
    return socket;
  });
  await sleep(3000);
  const { now } = await served.memory();
  const open1 = (await served.descriptors()) - descriptors;
  process.stderr.write(`${open1} connections, RSS ${now.toFixed(0)} MB\n`);
  expect(open1).toBeLessThanOrEqual(1000);
  expect(now).toBeLessThan(250);
  await Promise.all(sockets.map(async (socket) => socket.destroyed || once(socket, 'close')));
  expect(await served.oneRow()).toBe(200);
  expect(await served.descriptors()).toBeLessThanOrEqual(descriptors + 2);
}, 300_000);
