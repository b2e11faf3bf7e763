import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import { Predictor } from '../../src/predictor/predictor.ts';
import { describe, people, peopleCsv, withFolder } from '../small-model.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const bits = (values: Float32Array): string => Buffer.from(values.buffer).toString('base64');

interface Report {
  native: string;
  pyfunc: string;
  example: string;
  inputs: unknown[];
  outputs: unknown[];
  time: string;
  run_id: string;
  levels: string;
}

async function python(directory: string): Promise<Report> {
  const script = fileURLToPath(new URL('check-model.py', import.meta.url));
  const run = promisify(execFile)(join(root, '.venv/bin/python'), [script, directory, peopleCsv]);
  return JSON.parse((await run).stdout) as Report;
}

test.each([
  ['numbers only', ['region', 'product'], 'accepted'],
  ['text and integer levels', [], 'MlflowException'],
])(
  'Python loads the directory and predicts the same float32: %s',
  async (_, dropped, levels) => {
    await withFolder(async (folder) => {
      const table = (await people()).drop(dropped);
      const directory = join(folder, 'm');
      const utcTimeCreated = new Date('2026-01-02T03:04:05.678Z');
      await writeModelDirectory(directory, { ...describe(table), utcTimeCreated, runId: 'r1' });
      using predictor = await Predictor.load(directory);
      const ours = bits(predictor.predictTable(table).probabilities);
      const report = await python(directory);
      expect(report.native).toBe(ours);
      // MLflow's scorer takes level codes only, which is what the signature says.
      expect(report.pyfunc).toBe(ours);
      expect(report.levels).toBe(levels);
      expect(Buffer.from(report.example, 'base64')).toHaveLength(4);
      expect(report).toMatchObject({ time: '2026-01-02 03:04:05.678000', run_id: 'r1' });
      expect(report.inputs).toHaveLength(table.columns.length);
      expect(report.outputs).toEqual([
        { type: 'tensor', 'tensor-spec': { dtype: 'float32', shape: [-1] } },
      ]);
    });
  },
  120_000,
);
