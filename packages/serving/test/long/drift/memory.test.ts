import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Draws } from '../../drift/support/random.ts';

const child = new URL('drift-in-little-memory.mjs', import.meta.url).pathname;

async function writeRows(path: string, rows: number, seed: number): Promise<void> {
  const draws = new Draws(seed);
  const file = createWriteStream(path);
  file.write('a,b,c,d,level,y\n');
  for (let row = 0; row < rows; row += 1000) {
    const lines = Array.from({ length: 1000 }, () => {
      const numbers = Array.from({ length: 4 }, () => draws.normal());
      const y = Number((numbers[0] ?? 0) + draws.normal() > 0);
      return [...numbers.map((n) => n.toFixed(4)), `l${draws.pick([5, 3, 2])}`, y].join(',');
    });
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

test('a million rows with labels are compared in memory that does not grow with them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xgflow-drift-long-'));
  try {
    const paths = ['train.csv', 'hundred-thousand.csv', 'million.csv'].map((n) => join(folder, n));
    await Promise.all([20_000, 100_000, 1_000_000].map((n, i) => writeRows(paths[i]!, n, i + 1)));
    expect((await stat(paths[2]!)).size).toBeGreaterThan(30e6);
    const answer = join(folder, 'answer.json');
    const running = spawn(
      process.execPath,
      ['--max-old-space-size=96', child, folder, ...paths, answer],
      {
        stdio: 'inherit',
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    expect(await once(running, 'close')).toEqual([0, null]);
    const { peaks, statuses, seconds } = JSON.parse(await readFile(answer, 'utf8')) as {
      peaks: number[];
      statuses: string[];
      seconds: number;
    };
    process.stderr.write(
      `RSS ${peaks.map((peak) => Math.round(peak / 1e6)).join(', ')} MB, ${seconds} s\n`,
    );
    expect(statuses).toEqual(['ok', 'ok']);
    // The texts of a million rows alone would be ten times that.
    expect(peaks[1]! - peaks[0]!).toBeLessThan(100e6);
    expect(peaks[1]).toBeLessThan(300e6);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);
