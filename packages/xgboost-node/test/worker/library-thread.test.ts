import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { inFreshProcess } from '../fresh-process.ts';

const built = new URL('../../dist/index.js', import.meta.url).href;
const koffi = pathToFileURL(createRequire(import.meta.url).resolve('koffi')).href;

/** A thread that does for a while what no thread survives: it says `binding`, and then its input. */
const program = `
  import { parentPort } from 'node:worker_threads';
  import koffi from ${JSON.stringify(koffi)};
  import { threadInput } from ${JSON.stringify(built)};
  parentPort.postMessage('binding');
  const until = performance.now() + 300;
  while (performance.now() < until) koffi.load(null).func('strlen', 'size_t', ['str']);
  parentPort.postMessage(threadInput());
  setInterval(() => undefined, 1e6);
`;
const prelude = `
  import { once } from 'node:events';
  const program = new URL(${JSON.stringify(`data:text/javascript,${encodeURIComponent(program)}`)});
  const thread = new xgb.LibraryThread(program, 'input');
  const said = [];
  thread.on('message', (message) => said.push(message));
  await once(thread, 'message');
`;

test('a thread that loads the library is ended after that, one that has at once', () => {
  const code = `
    await thread.terminate();
    const other = new xgb.LibraryThread(program, 'other');
    await once(other, 'message');
    await once(other, 'message');
    const began = performance.now();
    await other.terminate();
    console.log(said.join(), performance.now() - began < 200);`;
  expect(inFreshProcess(prelude + code)).toBe('binding,input true');
});

test('a process that ends waits for a thread that loads the library', () => {
  const code = `
    console.log('ending');
    process.exit(0);`;
  expect(inFreshProcess(prelude + code)).toBe('ending');
});

test('a thread whose program fails before that can be ended, and holds nothing up', () => {
  const code = `
    await thread.terminate();
    const broken = new xgb.LibraryThread(new URL('data:text/javascript,throw new Error("no")'), 1);
    const [error] = await once(broken, 'error');
    await broken.terminate();
    console.log(error.message);`;
  expect(inFreshProcess(prelude + code)).toBe('no');
});

test('threads leave none of the few callbacks that koffi has for a process', () => {
  const code = `
    import koffi from ${JSON.stringify(koffi)};
    const data = { values: new Float32Array(4), rows: 4, cols: 1, label: new Float32Array(4) };
    xgb.libraryInfo();
    const own = koffi.stats().callbacks;
    await thread.terminate();
    await xgb.trainAsync({ params: { nthread: 1 }, data, rounds: 1 });
    // The thread ends a moment after its answer.
    const until = performance.now() + 2000;
    while (koffi.stats().callbacks > own && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    console.log(own, koffi.stats().callbacks);`;
  expect(inFreshProcess(prelude + code)).toBe('1 1');
});
