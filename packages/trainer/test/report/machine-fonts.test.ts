import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { inkBetween, readPng } from './png.ts';

const font = new URL('../fixtures/one-letter.ttf', import.meta.url);
const drawing = new URL('../../dist/report/draw.js', import.meta.url);

// A process of its own: fonts are looked for in the home directory that it began with.
const script = (file: string): string => `
  import { writeFile } from 'node:fs/promises';
  import { draw } from ${JSON.stringify(drawing.href)};
  const mark = { type: 'text', text: '保', fontSize: 30 };
  const view = { width: 200, height: 60, data: { values: [{}] }, mark };
  await writeFile(${JSON.stringify(file)}, (await draw(view)).png);
`;

test('a letter that the shipped font lacks is drawn with a font of the machine', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'xgflow-fonts-'));
  try {
    for (const folder of ['.fonts', '.local/share/fonts']) {
      await mkdir(path.join(home, folder), { recursive: true });
      await copyFile(font, path.join(home, folder, 'one-letter.ttf'));
    }
    const file = path.join(home, 'letter.png');
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script(file)], {
      env: { ...process.env, HOME: home },
    });
    const pixels = readPng(await readFile(file));
    // Other Chinese fonts of the machine may come first; the box of a missing letter has 486 of these.
    expect(inkBetween(pixels, 0, pixels.height)).toBeGreaterThan(900);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}, 60_000);
