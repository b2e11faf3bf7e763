import { expect, test } from '@jest/globals';
import { MadeUpReference, usualColumns } from './support/made-up.ts';
import { Draws } from './support/random.ts';

/** The share of looks at the same distribution that raise an alarm, each against a reference of its own. */
function falseAlarms({
  rows,
  reference,
  looks,
}: {
  rows: number;
  reference: number;
  looks: number;
}) {
  let alarms = 0;
  const blamed: string[] = [];
  const draws = new Draws(1);
  let made = new MadeUpReference(usualColumns, reference, draws);
  for (let seed = 0; seed < looks; seed++) {
    if (seed % 20 === 0) made = new MadeUpReference(usualColumns, reference, draws);
    const report = made.look(rows, draws);
    if (report.status === 'ok') continue;
    alarms++;
    blamed.push(
      ...report.columns.filter(({ severity }) => severity !== 'ok').map(({ name }) => name),
    );
  }
  return { share: alarms / looks, blamed };
}

test.each([
  { rows: 50, reference: 8000, looks: Number(process.env.LOOKS ?? 100) },
  { rows: 1000, reference: 8000, looks: Number(process.env.LOOKS ?? 100) },
  { rows: 50, reference: 300, looks: Number(process.env.LOOKS ?? 100) },
  { rows: 1000, reference: 200, looks: Number(process.env.LOOKS ?? 100) },
])(
  '$rows rows of the same distribution',
  (each) => {
    const r = falseAlarms(each);
    console.log(each, r);
    expect(r.share).toBeLessThanOrEqual(0.01);
  },
  600000,
);
