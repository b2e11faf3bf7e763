import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readCsv, type Table } from '@xgflow/data';
import type { EnsembleDescription } from '../../src/ensemble/ensemble-description.ts';
import type { ModelDescription } from '../../src/mlmodel/model-description.ts';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import type { Predictions } from '../../src/predictor/predictions.ts';
import { Predictor } from '../../src/predictor/predictor.ts';
import { describePython, pythonScores } from '../python-scores.ts';
import { describe, ensembleOf, people, peopleCsv } from '../small-model.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const bits = (values: Float32Array): string => Buffer.from(values.buffer).toString('base64');

interface Report {
  native?: string;
  pyfunc: string;
  example: string;
  inputs: unknown[];
  outputs: unknown[];
  time: string;
  run_id: string;
  labels?: unknown[];
}

async function python(csv: string, directories: string[]): Promise<Record<string, Report>> {
  const script = fileURLToPath(new URL('check-model.py', import.meta.url));
  const command = [script, csv, ...directories];
  const run = promisify(execFile)(join(root, '.venv/bin/python'), command);
  return JSON.parse((await run).stdout) as Record<string, Report>;
}

/** The people with their years of exposure, as a file. */
async function insuredCsv(folder: string): Promise<string> {
  const [header, ...lines] = (await readFile(peopleCsv, 'utf8')).trimEnd().split('\n');
  const rows = lines.map((line, row) => `${line},${pythonScores.exposure[row]}`);
  const path = join(folder, 'insured.csv');
  await writeFile(path, [`${header},years`, ...rows, ''].join('\n'));
  return path;
}

const platt = { method: 'platt', slope: 0.7, intercept: -0.4 } as const;
const isotonic = { method: 'isotonic', x: [0.1, 0.4, 0.9], y: [0, 0.35, 1] } as const;

const weighted = { method: 'weighted', weights: [0.2, 0.8] } as const;
const stacked = { method: 'stacked', intercepts: [-0.2], coefficients: [[0.6, 0.7]] } as const;

type Make = (table: Table) => ModelDescription | EnsembleDescription;

const models = new Map<string, Make>([
  ['numbers only', (table) => describe(table.drop(['region', 'product']))],
  ['text and integer levels', (table) => describe(table)],
  [
    'Platt scaling and a threshold',
    (table) => ({ ...describe(table), calibration: platt, threshold: 0.4 }),
  ],
  ['isotonic calibration', (table) => ({ ...describe(table), calibration: isotonic })],
  ['an exposure', (table) => ({ ...describePython(table, 'poisson'), exposure: 'years' })],
  [
    'three classes',
    (table) => ({
      ...describePython(table, 'multiclass'),
      target: { name: 'age', classes: ['young', 'middle', 'old'] },
    }),
  ],
  [
    'an average, calibrated as a whole',
    (table) => ({
      ...ensembleOf(table, { method: 'average', weights: [0.5, 0.5] }),
      calibration: isotonic,
    }),
  ],
  [
    'a weighted mean of calibrated members',
    (table) => ensembleOf(table, weighted, [platt, isotonic]),
  ],
  ['a stack', (table) => ({ ...ensembleOf(table, stacked), threshold: 0.35 })],
  [
    'a stack of three classes',
    (table) => {
      const { model, ...rest } = describePython(table, 'multiclass');
      const rows = [0, 1, 2].map((at) =>
        [0, 1, 2, 3, 4, 5].map((k) => (k % 3 === at ? 0.6 : -0.1)),
      );
      const combiner = {
        method: 'stacked',
        intercepts: [0.1, 0, -0.1],
        coefficients: rows,
      } as const;
      const members = ['a', 'b'].map((name) => ({ name, model }));
      return { ...rest, combiner, members };
    },
  ],
]);

/** Every model as a directory, scored by both sides; Python starts once. */
const scored = new Map<
  string,
  { report: Report; predictor: Predictor; predictions: Predictions }
>();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xgflow-live-'));
  const csv = await insuredCsv(folder);
  const table = await readCsv(csv, { categorical: ['region', 'product'] });
  const made = [...models].map(([name, make], at) => ({
    name,
    make,
    path: join(folder, `m${at}`),
  }));
  for (const { make, path } of made) {
    const utcTimeCreated = new Date('2026-01-02T03:04:05.678Z');
    await writeModelDirectory(path, { ...make(await people()), utcTimeCreated, runId: 'r1' });
  }
  const paths = made.map(({ path }) => path);
  const reports = await python(csv, paths);
  for (const { name, path } of made) {
    const predictor = await Predictor.load(path);
    const predictions = predictor.predictTable(table);
    scored.set(name, { report: reports[path]!, predictor, predictions });
  }
}, 180_000);

afterAll(async () => {
  for (const { predictor } of scored.values()) predictor.dispose();
  await rm(folder, { recursive: true, force: true });
});

test.each([...models.keys()])(
  'Python loads the directory and predicts the same float32: %s',
  (name) => {
    const { report, predictor, predictions } = scored.get(name)!;
    const { labels, outputs, probabilities } = predictions;
    const { calibration, classes, ensemble, exposure } = predictor.info;
    expect(report.pyfunc).toBe(bits(probabilities));
    // MLflow's flavor for one booster gives its own numbers, before a calibration.
    if (report.native === undefined) expect(ensemble).toBeDefined();
    else if (calibration === undefined) expect(report.native).toBe(bits(probabilities));
    else expect(report.native).not.toBe(bits(probabilities));
    // Numbers alone need no loader of ours, and values have no labels.
    expect(report.labels === undefined).toBe(['numbers only', 'an exposure'].includes(name));
    if (report.labels !== undefined) {
      expect(report.labels).toEqual(Array.from(labels, (label) => classes?.[label] ?? label));
    }
    expect(Buffer.from(report.example, 'base64')).toHaveLength(4 * outputs);
    expect(report).toMatchObject({ time: '2026-01-02 03:04:05.678000', run_id: 'r1' });
    expect(report.inputs).toHaveLength(predictor.codec.featureNames.length + (exposure ? 1 : 0));
    const shape = outputs === 1 ? [-1] : [-1, outputs];
    expect(report.outputs).toEqual([
      { type: 'tensor', 'tensor-spec': { dtype: 'float32', shape } },
    ]);
  },
);
