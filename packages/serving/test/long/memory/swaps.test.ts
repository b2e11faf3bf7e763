import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { sharedFolder } from '../../support/shared-model.ts';
import { writeSmallModel } from '../../support/small-model.ts';

const run = promisify(execFile);
const folder = sharedFolder();
const program = fileURLToPath(new URL('swap-again-and-again.mjs', import.meta.url));

test('200 new champions leave nothing of those before them', async () => {
  // Two of 3,000 trees each: a hundred of them left behind would be hundreds of MB. C's allocator keeps some 60 MB more.
  const one = await writeSmallModel(folder(), 'one', { rounds: 3000 });
  const two = await writeSmallModel(folder(), 'two', { rounds: 3000, inverted: true });
  const { stdout } = await run(process.execPath, [program, one, two, '200'], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const { megabytes, descriptors } = JSON.parse(stdout) as Record<string, number[]>;
  process.stderr.write(`RSS ${megabytes!.join(' ')} MB, ${descriptors!.join(' ')} descriptors\n`);
  expect(megabytes).toHaveLength(10);
  expect(Math.min(...megabytes!.slice(7)) - Math.min(...megabytes!.slice(2, 5))).toBeLessThan(100);
  expect(Math.max(...descriptors!)).toBeLessThanOrEqual(Math.min(...descriptors!) + 4);
}, 600_000);
