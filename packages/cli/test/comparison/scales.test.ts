import { expect, test } from '@jest/globals';
import type { Comparison, Promotion, SweepSelection } from '@xgflow/trainer';
import { renderComparison } from '../../src/comparison/table.ts';
import { linksFor } from '../../src/output/links.ts';
import { Output } from '../../src/output/output.ts';
import { promotionLines } from '../../src/promotion/summary.ts';
import { KeptStream } from '../support/stream.ts';

const stream = new KeptStream(undefined);
const output = new Output({ json: false, stdout: stream, stderr: stream, env: {} });

/** The cells of the line of a table that begins with this one. */
function cells(text: string, first: string): string[] {
  const line = text.split('\n').find((one) => one.startsWith(first)) ?? '';
  return line.trim().split(/ {2,}/u);
}

test('compare shows metrics of whatever scale', () => {
  const comparison = {
    metric: { key: 'test_rmse', metric: 'rmse', part: 'test' },
    metrics: ['rmse'],
    rows: [
      {
        variant: 'small',
        run: { runId: 'r1', experimentId: '1', sweepId: 's' },
        train: { rmse: 0.000_012_3 },
        test: { rmse: 0.000_045_67 },
        cvMean: 1_234_567.891,
        cvStd: 12.3456,
        gap: 0.5,
        interval: [0.000_04, 1234.5678],
        tiesWithBest: false,
      },
    ],
    excluded: [],
  } as unknown as Comparison;
  const selection = {
    experiment: { name: 'claims', experiment_id: '1' },
    sweepIds: ['s'],
  } as unknown as SweepSelection;
  const text = renderComparison(comparison, selection, { output, links: linksFor('http://h') });
  const shown = '0.0000123 0.00004567 1234568±12.346 0.5000 0.00004–1234.6';
  expect(
    cells(text, 'small')
      .slice(1)
      .map((cell) => cell.replaceAll(' ', '')),
  ).toEqual(shown.split(' '));
});

test('the gate shows gains of whatever scale', () => {
  const report = {
    decision: 'promote',
    metric: {
      name: 'rmse',
      champion: 123_456.789,
      candidate: 123_450,
      gain: 0.000_42,
      interval: [-0.000_01, 6.5],
    },
    rows: { count: 10, source: 'rows.csv', choice: 'test_rows', notes: [] },
    slices: [],
    reasons: [],
  };
  const promotion = { name: 'm', version: '2', from: '1', promoted: true, report };
  const text = promotionLines(promotion as unknown as Promotion, { output }).join('\n');
  expect(cells(text, 'all')).toEqual([
    'all',
    '10',
    '123457',
    '123450',
    '0.00042',
    '-0.00001 to 6.5000',
  ]);
});
