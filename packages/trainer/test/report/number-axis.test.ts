import { expect, jest, test } from '@jest/globals';
import { drawSvg } from '../../src/report/draw.ts';
import { amountLabels, differenceLabels, logTicks } from '../../src/report/number-axis.ts';

// Loading the drawing libraries takes seconds on a busy machine.
jest.setTimeout(60_000);

test.each([
  // Less than a decade: even steps.
  [0.03876, 0.19, 6, [0.05, 0.1, 0.15]],
  [0.001, 0.1, 6, [0.001, 0.003, 0.01, 0.03, 0.1]],
  [0.003, 0.3, 6, [0.005, 0.01, 0.02, 0.05, 0.1, 0.2]],
  [1e-6, 1e5, 6, [1e-6, 1e-4, 1e-2, 1, 100, 1e4]],
  [0.8, 1.45, 4, [0.8, 1, 1.2, 1.4]],
  [3, 3, 6, [3]],
])('from %d to %d, at most %d', (low, high, most, ticks) => {
  expect(logTicks(low, high, most)).toEqual(ticks);
});

async function labels(values: readonly number[], axis: object): Promise<string[]> {
  const svg = await drawSvg({
    data: { values: values.map((value) => ({ value })) },
    mark: 'point',
    encoding: { x: { field: 'value', type: 'quantitative', axis: { ...axis, values } } },
  });
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)]
    .map(([, text]) => text ?? '')
    .filter((text) => text !== 'value');
}

test('amounts are written as people write them: no milli, no giga', async () => {
  const values = [-2500, 0, 0.2, 700, 12_000, 3_500_000, 2e9];
  // Apart: on one axis they would overlap.
  const written = await Promise.all(values.map((value) => labels([value], amountLabels)));
  expect(written.flat()).toEqual(['−2.5k', '0', '0.2', '700', '12k', '3.5M', '2B']);
  expect(await labels([0.00002], amountLabels)).toEqual(['2e−5']);
  expect(await labels([-0.25, 0.25], differenceLabels)).toEqual(['−0.25', '+0.25']);
});
