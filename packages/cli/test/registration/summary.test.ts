import { expect, test } from '@jest/globals';
import type { Registration } from '@xgflow/trainer';
import { linksFor } from '../../src/output/links.ts';
import { Output } from '../../src/output/output.ts';
import { renderRegistration } from '../../src/registration/summary.ts';
import { KeptStream } from '../support/stream.ts';

/** The best of so many runs, as far as its text looks at them. */
function registrationOf(count: number): Registration {
  const rows = Array.from({ length: count }, (_, place) => ({
    variant: `v${place}`,
    run: { runId: `run${place}`, task: 'binary', metrics: { test_f1: 0.9 - place / 100 } },
    test: { accuracy: 0.5 },
    tiesWithBest: false,
  }));
  const comparison = { metric: { key: 'test_f1', metric: 'f1', part: 'test' }, rows, excluded: [] };
  const run = { ...rows[0]?.run, variant: 'v0' };
  return {
    comparison,
    run,
    modelName: 'm',
    alias: 'champion',
    existed: false,
  } as unknown as Registration;
}

test.each([
  [5, 5, 0],
  [7, 5, 2],
])('of %i runs the best %i are shown, and how many more there are', (count, shown, more) => {
  const stream = new KeptStream(undefined);
  const output = new Output({ json: false, stdout: stream, stderr: stream, env: {} });
  const links = linksFor('http://h');
  const text = renderRegistration(registrationOf(count), { dryRun: true, links, output });
  expect(text.match(/ run\d$/gmu)).toHaveLength(shown);
  const told = /^… and (\d+) more: xgflow compare shows them\.$/mu.exec(text)?.[1];
  expect(Number(told ?? 0)).toBe(more);
});
