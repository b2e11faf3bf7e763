import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { sharedModel } from '../../support/shared-model.ts';
import { Load, OVERLOAD } from './load.ts';
import { ServedProcess } from './served-process.ts';

const model = sharedModel();

const MINUTES = Number(process.env.XGFLOW_OVERLOAD_MINUTES ?? 6);
/** What docs/serving.md says, for two workers and the limits as they come. */
const BOUND_MB = 500;

test(`in overload for ${MINUTES} minutes the server stays below ${BOUND_MB} MB, does not grow, and answers`, async () => {
  await using served = await ServedProcess.start(model(), ['--workers', '2']);
  const load = new Load(served.url, OVERLOAD);
  const curve: number[] = [];
  for (const end = Date.now() + MINUTES * 60_000; Date.now() < end;) {
    await sleep(5000);
    curve.push((await served.memory()).now);
  }
  load.stop();
  const { peak } = await served.memory();
  const megabytes = curve.map((value) => Math.round(value)).join(' ');
  process.stderr.write(`RSS ${megabytes} · peak ${Math.round(peak)} MB\n`);
  process.stderr.write(`${JSON.stringify(load.counts)}\n`);

  expect(await served.oneRow()).toBe(200);
  expect(load.counts['small 503']).toBeUndefined();
  // It was more than it could do, and it did go on.
  expect(load.counts['large 503']).toBeGreaterThan(0);
  expect(load.counts['large 200']).toBeGreaterThan(20);
  expect(load.counts['unread 200']).toBeGreaterThan(20);
  expect(peak).toBeLessThan(BOUND_MB);
  // After the first third nothing more is taken: the mean of the last third is that of the second.
  const third = Math.floor(curve.length / 3);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(curve.slice(2 * third))).toBeLessThan(1.1 * mean(curve.slice(third, 2 * third)));
}, 1_200_000);
