import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { PictureError } from '../../src/report/picture-error.ts';
import { picture } from '../../src/report/picture.ts';
import { renderPictures } from '../../src/report/render.ts';
import { binaryPictures } from '../../src/report/binary-pictures.ts';
import { fittedPictures } from '../../src/report/fitted-pictures.ts';
import { writeReport } from '../../src/report/write-report.ts';
import { binarySample, fittedSample } from './samples.ts';

// Loading the drawing libraries takes seconds on a busy machine.
jest.setTimeout(60_000);

const good = picture(
  'good',
  () => [
    { x: 0.1, 'a,b': 'say "no"' },
    { x: 1e-7, 'a,b': null },
  ],
  (rows) => ({
    data: { values: rows },
    mark: 'point',
    encoding: { x: { field: 'x', type: 'quantitative' } },
  }),
);
const noRows = picture(
  'no-rows',
  () => [],
  () => ({}),
);
const noView = picture(
  'no-view',
  () => [{ x: 1 }],
  () => ({ mark: 'no such mark' }),
);

test('a table and two pictures each; one that fails leaves its table and spares the others', async () => {
  const { files, errors } = await renderPictures([noRows, noView, good]);
  expect(files.map((file) => file.path)).toEqual([
    'tables/no-view.csv',
    'tables/good.csv',
    'pictures/good.svg',
    'pictures/good.png',
  ]);
  expect(errors).toEqual([expect.any(PictureError), expect.any(PictureError)]);
  expect(errors.map((error) => error.picture)).toEqual(['no-rows', 'no-view']);
  expect(errors[0]?.message).toBe(
    'picture no-rows could not be drawn · there is nothing to show · everything else is recorded',
  );
});

test('the table is CSV with numbers in full', async () => {
  const { files } = await renderPictures([good]);
  expect(files[0]?.content).toBe('x,"a,b"\n0.1,"say ""no"""\n1e-7,\n');
});

test('every picture of a variant is made, and is written below a directory', async () => {
  const pictures = [...binaryPictures(binarySample), ...fittedPictures(fittedSample)];
  const { files, errors } = await renderPictures(pictures);
  expect(errors).toEqual([]);
  expect(files).toHaveLength(3 * pictures.length);
  const directory = await mkdtemp(path.join(tmpdir(), 'xgflow-report-'));
  try {
    await writeReport(directory, files);
    for (const { path: name, content } of files) {
      const written = await readFile(path.join(directory, name));
      expect([name, written.equals(Buffer.from(content))]).toEqual([name, true]);
    }
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('the event loop gets a turn while pictures are drawn', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  try {
    await renderPictures(binaryPictures(binarySample));
  } finally {
    clearInterval(timer);
  }
  expect(turns).toBeGreaterThanOrEqual(5);
});
