import { expect, test } from '@jest/globals';
import { readCsv, type Column, type Table } from '@xgflow/data';
import { profileColumn, type ColumnProfile } from '@xgflow/model';
import { assessDrift } from '../../src/drift/assess-drift.ts';
import type { DriftReport } from '../../src/drift/drift-report.ts';
import { LevelTally } from '../../src/drift/tally/level-tally.ts';
import { NumberTally } from '../../src/drift/tally/number-tally.ts';
import type { Tally } from '../../src/drift/tally/tally.ts';
import { Draws } from './support/random.ts';

const claims = new URL('../../../../examples/claims/claims.csv', import.meta.url).pathname;

function tallyOf(profile: ColumnProfile, column: Column): Tally {
  if (column.kind === 'numeric') {
    if (profile.kind === 'categorical') throw new TypeError();
    const tally = new NumberTally(profile);
    for (const value of column.values) tally.add(value);
    return tally.result();
  }
  if (profile.kind !== 'categorical') throw new TypeError();
  const tally = new LevelTally(profile, column.levels);
  for (const code of column.codes) {
    if (code < 0) tally.addMissing();
    else tally.add(code);
  }
  return tally.result();
}

function compare(reference: Table, current: Table): DriftReport {
  const columns = reference.columns.map(profileColumn);
  const tallies = columns.map((profile): [string, Tally] => [
    profile.name,
    tallyOf(profile, current.column(profile.name)),
  ]);
  return assessDrift(
    { rows: current.rowCount, columns: new Map(tallies), predictions: [], concept: undefined },
    {
      profile: {
        version: 1,
        rows: reference.rowCount,
        dataDigest: null,
        columns,
        predictions: null,
        target: null,
        outcomes: null,
        metrics: {},
      },
      kind: 'binary',
      trainedOn: false,
    },
  );
}

/** The claims example in two parts, drawn without replacement. */
function split(table: Table, size: number, draws: Draws): { rest: Table; part: Table } {
  const order = Int32Array.from({ length: table.rowCount }, (_, row) => row);
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(draws.uniform() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return { part: table.take(order.slice(0, size)), rest: table.take(order.slice(size)) };
}

test('the claims table against itself, split in two: no alarm, whatever the sizes', async () => {
  const table = await readCsv(claims, { text: 'categorical' });
  expect(table.columns.length).toBeGreaterThan(35);
  const alarms: string[] = [];
  for (const [seed, size] of [5000, 5000, 2000, 2000, 500, 500, 100, 100, 50, 50, 30].entries()) {
    const { rest, part } = split(table, size, new Draws(seed + 1));
    const { columns } = compare(rest, part);
    alarms.push(...columns.filter(({ severity }) => severity !== 'ok').map(({ name }) => name));
  }
  expect(alarms).toEqual([]);
}, 30_000);

test('of the claims table the older half is drift, and says so of the age', async () => {
  const table = await readCsv(claims, { text: 'categorical' });
  const age = table.column('age');
  if (age.kind !== 'numeric') throw new TypeError();
  const rows = Int32Array.from(age.values.keys());
  const older = rows.filter((row) => (age.values[row] ?? 0) > 55);
  const report = compare(table, table.take(older));
  expect(report.status).toBe('drift');
  expect(report.columns.find(({ name }) => name === 'age')?.severity).toBe('drift');
});
