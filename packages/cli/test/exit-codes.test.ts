import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { exitCodeMeanings, exitCodes, type ExitName } from '../src/exit-codes.ts';

test('docs/troubleshooting.md has the exit codes as they are', async () => {
  const page = new URL('../../../docs/troubleshooting.md', import.meta.url);
  const rows = (await readFile(page, 'utf8'))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, code]) => /^\d+$/u.test(code ?? ''))
    .map(([, code, name, meaning]) => [Number(code), name, meaning]);
  const names = Object.keys(exitCodes) as ExitName[];
  expect(rows).toEqual(
    names.map((name) => [
      exitCodes[name],
      name === 'ok' ? '' : `\`${name}\``,
      exitCodeMeanings[name],
    ]),
  );
});
