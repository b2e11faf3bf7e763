import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
// What starts a process runs on dist/.
import { loadSweepConfig } from '../../dist/config/index.js';
import { prepareSweep } from '../../dist/sweep/prepare.js';
import { runSweep } from '../../dist/sweep/sweep.js';
import type { SweepOptions, SweepResult } from '../../src/sweep/sweep.ts';
import type { VariantSummary } from '../../src/sweep/result.ts';
import type {
  EnsembleTracker,
  SweepTracker,
  UnfinishedEnd,
  VariantTracker,
} from '../../src/sweep/tracker.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'xgflow-sweep-'));
  const rows = Array.from(
    { length: 80 },
    (_, row) => `${row % 7},${row % 5},${row % 3 === 0 ? 1 : 0}`,
  );
  await writeFile(path.join(home, 'data.csv'), ['a,b,y', ...rows, ''].join('\n'));
});
afterAll(() => rm(home, { recursive: true }));

/** A record that only writes down what is asked of it. */
class Noted implements SweepTracker {
  readonly sweepId = 's';
  readonly place = { directory: 'nowhere' };
  readonly kept: VariantSummary[] = [];
  readonly calls: string[] = [];
  /** What recording a failed variant throws. */
  failure: Error | undefined;
  /** Whether the sweep's record can be closed. */
  closes = true;

  startVariant = ({
    name,
  }: {
    readonly name: string;
  }): Promise<VariantTracker & EnsembleTracker> => {
    this.calls.push(`start ${name}`);
    return Promise.resolve({
      finish: ({ metrics }: Pick<VariantSummary, 'metrics'>) => {
        this.calls.push(`finish ${name}`);
        return Promise.resolve({ name, status: 'finished', metrics, failedTrials: 0 });
      },
      fail: () => {
        this.calls.push(`FAILED ${name}`);
        return this.failure ? Promise.reject(this.failure) : Promise.resolve();
      },
      end: ({ status }: UnfinishedEnd) => {
        this.calls.push(`${status} ${name}`);
        return Promise.resolve();
      },
    });
  };
  startEnsemble: SweepTracker['startEnsemble'] = ({ name }) => this.startVariant({ name });
  readMember: SweepTracker['readMember'] = ({ name }) =>
    Promise.resolve({ name, model: Uint8Array.of(), outOfFold: new Float32Array(3) });
  finish: SweepTracker['finish'] = () => {
    this.calls.push('finish');
    return Promise.resolve([]);
  };
  end: SweepTracker['end'] = ({ status }) => {
    this.calls.push(status);
    return Promise.resolve(this.closes);
  };
}

async function sweep(
  tracker: SweepTracker,
  lines: readonly string[],
  options: Partial<SweepOptions> = {},
): Promise<SweepResult> {
  const file = path.join(home, 'sweep.yaml');
  const head = ['name: s', 'source: data.csv', 'target: y', 'search: { trials: 3, folds: 2 }'];
  await writeFile(file, [...head, ...lines, ''].join('\n'));
  const prepared = await prepareSweep(await loadSweepConfig(file));
  const openTracker = (): Promise<SweepTracker> => Promise.resolve(tracker);
  return runSweep(prepared, { home, concurrency: 1, openTracker, ...options });
}

const two = [
  'params: { n_estimators: 2 }',
  'space: { max_depth: { int: [1, 5] } }',
  'variants: { first: {}, second: { split: { seed: 1 } } }',
];

describe('a sweep', () => {
  test('records one variant after the other, then itself, and leaves no journal', async () => {
    const tracker = new Noted();
    const { variants } = await sweep(tracker, two);
    expect(variants.map(({ name, status }) => [name, status])).toEqual([
      ['first', 'finished'],
      ['second', 'finished'],
    ]);
    expect(tracker.calls).toEqual([
      'start first',
      'finish first',
      'start second',
      'finish second',
      'finish',
    ]);
    expect(await readdir(path.join(home, 'sweeps'))).toEqual([]);
  });

  test('that is interrupted between two variants begins no run for the next', async () => {
    const tracker = new Noted();
    const controller = new AbortController();
    const observer = {
      onVariantEnd: () => {
        controller.abort(new Error('enough'));
      },
    };
    const stopped = sweep(tracker, two, { observer, signal: controller.signal });
    await expect(stopped).rejects.toThrow('enough');
    expect(tracker.calls).toEqual(['start first', 'finish first', 'KILLED']);
  });

  test('whose record is open is closed, whatever goes wrong', async () => {
    const tracker = new Noted();
    const observer = {
      onStart: () => {
        throw new Error('broken observer');
      },
    };
    await expect(sweep(tracker, two, { observer })).rejects.toThrow('broken observer');
    expect(tracker.calls).toEqual(['FAILED']);
  });

  const broken = [
    'variants: { broken: { params: { max_bin: 1 }, space: { max_depth: { int: [1, 2] } } } }',
  ];

  test('counts the trials that failed, not those that were asked for', async () => {
    const tracker = new Noted();
    const { variants } = await sweep(tracker, broken);
    expect(variants).toMatchObject([{ name: 'broken', status: 'failed', failedTrials: 2 }]);
    expect(tracker.calls).toEqual(['start broken', 'FAILED broken', 'finish']);
  });

  const both = [
    'params: { n_estimators: 2 }',
    'space: { max_depth: { int: [1, 5] } }',
    'variants: { first: {}, second: { params: { gamma: 1 } } }',
    'ensembles: { both: { of: [first, second], method: average } }',
  ];

  test('does not go on past a failure that cannot be recorded; a record left open is told of', async () => {
    const tracker = new Noted();
    tracker.failure = new Error('the server is away');
    tracker.closes = false;
    const warnings: string[] = [];
    const observer = { onWarning: (text: string) => warnings.push(text) };
    await expect(sweep(tracker, broken, { observer })).rejects.toBe(tracker.failure);
    expect(tracker.calls).toEqual(['start broken', 'FAILED broken', 'FAILED']);
    expect(warnings).toEqual([expect.stringMatching(/stays RUNNING in MLflow/)]);
  });

  test('ends with its ensembles, fitted in a child process', async () => {
    const tracker = new Noted();
    const { variants } = await sweep(tracker, both);
    expect(variants.at(-1)).toMatchObject({ name: 'both', status: 'finished' });
    expect(variants.at(-1)?.metrics.test_brier).toBeGreaterThan(0);
    expect(tracker.calls.slice(4)).toEqual(['start both', 'finish both', 'finish']);
  });

  test('goes on without an ensemble that cannot be fitted', async () => {
    const tracker = new Noted();
    for (const name of ['first', 'second'])
      tracker.kept.push({ name, status: 'kept', metrics: {}, failedTrials: 0 });
    const { variants } = await sweep(tracker, both);
    expect(variants.at(-1)).toMatchObject({
      name: 'both',
      status: 'failed',
      error: '3 out-of-fold scores for 64 rows · variant first · run the sweep again with --fresh',
    });
    expect(tracker.calls).toEqual(['start both', 'FAILED both', 'finish']);
  });
});
