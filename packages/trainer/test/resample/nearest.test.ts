import { expect, test } from '@jest/globals';
import { distanceOf } from '../../src/resample/distance.ts';
import { nearestPoints } from '../../src/resample/nearest.ts';
import type { Points } from '../../src/resample/points.ts';
import { RandomState } from '../../src/split/random-state.ts';

const k = 5;

/** By comparing every pair. */
function byAllPairs(points: Points): number[] {
  const distance = distanceOf(points);
  const rows = Array.from({ length: points.count }, (_, row) => row);
  return rows.flatMap((row) =>
    rows
      .filter((other) => other !== row)
      .map((other) => ({ other, far: distance(row, other) }))
      .toSorted((a, b) => a.far - b.far || a.other - b.other)
      .slice(0, k)
      .map(({ other }) => other),
  );
}

function points(count: number, width: number, cell: (column: number) => number): Points {
  const numbers = Float64Array.from({ length: count * width }, (_, at) => cell(at % width));
  return { count, numbers, width, codes: new Int32Array(), codeWidth: 0, deviation: 0 };
}

const random = new RandomState(7);
const cases: [what: string, of: Points][] = [
  ['columns alike', points(300, 11, () => random.randomSample())],
  ['columns of very different scale', points(400, 6, (at) => random.randomSample() * 10 ** at)],
  ['whole numbers: many equally far', points(300, 4, () => random.randint(0, 3))],
  ['repeated points', points(200, 2, (at) => (at === 0 ? 1 : random.randint(0, 2)))],
  ['all the same', points(100, 3, () => 0.1)],
  ['one column', points(250, 1, () => random.randint(0, 40) / 10)],
  ['no more points than needed', points(k + 1, 2, () => random.randomSample())],
  [
    'categories beside numbers',
    {
      ...points(300, 3, () => random.randomSample()),
      codes: Int32Array.from({ length: 600 }, () => random.randint(-1, 3)),
      codeWidth: 2,
      deviation: 0.3,
    },
  ],
];

test.each(cases)('%s: the neighbours of all pairs, ties in the order of the rows', (_, of) => {
  expect([...nearestPoints(of, k)]).toEqual(byAllPairs(of));
});
