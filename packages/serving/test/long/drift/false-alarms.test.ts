import { expect, test } from '@jest/globals';
import { alarms } from '../../drift/support/alarms.ts';

/** Of so many looks at a true rate of 1 %, more alarms than this come once in a thousand times. */
const bound = (looks: number): number => 0.01 * looks + 3.1 * Math.sqrt(0.01 * 0.99 * looks);

// A reference of its own every few looks: an odd reference raises its alarms again and again.
test.each([
  { rows: 50, reference: 8000, references: 40, looks: 4000 },
  { rows: 50, reference: 300, references: 400, looks: 4000 },
  { rows: 1000, reference: 8000, references: 40, looks: 800 },
  { rows: 1000, reference: 200, references: 800, looks: 800 },
  { rows: 1_000_000, reference: 8000, references: 8, looks: 8 },
])(
  '$rows rows against $reference of the same distribution: at most 1 % false alarms',
  (each) => {
    const { count, blamed } = alarms({ ...each, seed: 7 });
    process.stderr.write(`${each.rows} against ${each.reference}: ${count} of ${each.looks}\n`);
    expect({ blamed, tooMany: count > bound(each.looks) }).toEqual({ blamed, tooMany: false });
  },
  1_800_000,
);
