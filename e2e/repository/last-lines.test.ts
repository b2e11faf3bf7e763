import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repository } from '../support/xgflow.ts';

interface Failure {
  readonly name: string;
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
}

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

const script = (file: string): Promise<unknown> => import(path.join(repository, 'scripts', file));
const { resultOf } = (await script('test/jest-report.mjs')) as {
  readonly resultOf: (report: unknown, code: number | null) => Result;
};
const { verdict } = (await script('test/verdict.mjs')) as {
  readonly verdict: (results: readonly Result[]) => { good: boolean; lines: readonly string[] };
};
const { annotation } = (await script('github/annotate.mjs')) as {
  readonly annotation: (failure: Failure) => string;
};

const suites = {
  'sums.test.js': `
describe('sums', () => {
  test('of two, as people write them: 1,5', () => {});
  test('are right, 100 % of the time', () => {
    expect(1 + 1).toBe(3);
  });
});`,
  'broken.test.js': 'this is no JavaScript',
};

describe('a run of jest that goes wrong', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'xgflow-last-lines-'));
  const at = (file: string): string => path.relative(repository, path.join(directory, file));
  let result: Result;

  beforeAll(() => {
    for (const [file, text] of Object.entries(suites))
      writeFileSync(path.join(directory, file), text);
    writeFileSync(path.join(directory, 'package.json'), '{ "jest": { "transform": {} } }');
    const report = path.join(directory, 'report.json');
    const jest = path.join(repository, 'node_modules/jest/bin/jest.js');
    const options = ['--rootDir', directory, '--runInBand', '--json', '--outputFile', report];
    const { status } = spawnSync(process.execPath, [jest, ...options], { cwd: directory });
    result = resultOf(JSON.parse(readFileSync(report, 'utf8')), status);
  });

  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  test('ends with what failed, by name, and the totals', () => {
    const checks = { passed: 1, failed: 1, failures: [{ name: 'lint', text: '' }] };
    const { good, lines } = verdict([checks, result]);
    expect(good).toBe(false);
    expect(lines.toSorted()).toEqual([
      '2 passed, 3 failed',
      `✗ ${at('broken.test.js')}`,
      `✗ ${at('sums.test.js')} › sums › are right, 100 % of the time`,
      '✗ lint',
    ]);
    expect(lines.at(-1)).toBe('2 passed, 3 failed');
  });

  test('is annotated at the line of the failing expectation, whatever its title contains', () => {
    const failure = result.failures.find(({ name }) => name.includes('sums'));
    const [command, message] = annotation(failure ?? { name: '', text: '' })
      .split('::')
      .slice(1);
    expect(command).toBe(
      `error file=${at('sums.test.js')},line=5,title=${at('sums.test.js')} › sums › are right%2C 100 %25 of the time`,
    );
    expect(message).toContain('Expected: 3%0AReceived: 2');
    expect(message).not.toContain('\u001B');
  });
});

test('tests that all pass under a jest that fails are no success', () => {
  const report = { testResults: [], numPassedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  expect(verdict([resultOf(report, 0)])).toEqual({ good: true, lines: ['1 passed, 0 failed'] });
  expect(verdict([resultOf(report, 1)])).toEqual({
    good: false,
    lines: ['✗ jest', '1 passed, 1 failed'],
  });
});

test('a run without a single test is no success, and a long list is cut with its count', () => {
  expect(verdict([{ passed: 0, failed: 0, failures: [] }]).good).toBe(false);
  const failures = Array.from({ length: 45 }, (_, n) => ({ name: `test ${n}`, text: '' }));
  const { lines } = verdict([{ passed: 1, failed: 45, failures }]);
  expect(lines).toHaveLength(32);
  expect(lines.slice(-2)).toEqual(['… and 15 more', '1 passed, 45 failed']);
});
