import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { examineDisk } from '../../src/doctor/machine.ts';

test.each([
  // Linux lets nobody make a file there, root included.
  ['/proc/sys', 'warning', /^user \d+ cannot write here$/u],
  [tmpdir(), 'ok', / GiB free$/u],
])('the doctor on the directory %s: %s', async (directory, state, found) => {
  const [place] = await examineDisk(directory);
  expect(place).toMatchObject({ subject: `disk ${directory}`, state });
  expect(place?.found).toMatch(found);
});
