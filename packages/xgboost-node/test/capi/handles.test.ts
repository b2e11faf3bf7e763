import { expect, test } from '@jest/globals';
import { DMatrix } from '../../src/dmatrix/dmatrix.ts';
import { nativeObjects } from '../../src/capi/index.ts';
import { inFreshProcess } from '../fresh-process.ts';

const built = new URL('../../dist/index.js', import.meta.url).href;

test('what is not freed is listed, and what is disposed no more', () => {
  const before = nativeObjects();
  const data = DMatrix.fromDense(new Float32Array(6), { rows: 3, cols: 2 });
  const made = nativeObjects().slice(before.length);
  expect(made).toEqual([{ kind: 'DMatrix', pointer: expect.any(BigInt) }]);
  data.dispose();
  expect(nativeObjects()).toEqual(before);
});

/** Runs `end` after threads that hold a matrix of 8 MB each are terminated; gives what each adds to the process, in MB. */
function growthPerThread(end: string): number {
  const printed = inFreshProcess(`
    import { once } from 'node:events';
    import { Worker } from 'node:worker_threads';
    const program = \`
      import { parentPort, workerData } from 'node:worker_threads';
      const xgb = await import(workerData);
      const values = new Float32Array(1_000_000).fill(1);
      const data = xgb.DMatrix.fromDense(values, { rows: 100_000, cols: 10, nthread: 1 });
      parentPort.on('message', () => undefined).postMessage(xgb.nativeObjects());\`;
    const code = new URL('data:text/javascript,' + encodeURIComponent(program));
    const grown = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const before = process.memoryUsage.rss();
      const worker = new Worker(code, { workerData: ${JSON.stringify(built)}, execArgv: [] });
      const [objects] = await once(worker, 'message');
      await worker.terminate();
      ${end}
      grown.push(process.memoryUsage.rss() - before);
    }
    console.log(grown.slice(2).reduce((a, b) => a + b, 0) / 4e6);`);
  return Number(printed);
}

test('a thread that is terminated leaves what it had, which another can free', () => {
  expect(growthPerThread('')).toBeGreaterThan(7);
  expect(growthPerThread('xgb.freeNativeObjects(objects);')).toBeLessThan(3);
}, 60_000);
