import { describe, expect, test } from '@jest/globals';
import { MadeUpReference, type MadeUpColumn } from './support/made-up.ts';
import { Draws } from './support/random.ts';

const number: MadeUpColumn = { name: 'number', draw: (draws) => draws.normal() };
const level: MadeUpColumn = {
  name: 'level',
  draw: (draws) => ['a', 'b', 'c'][draws.pick([5, 3, 2])],
  categorical: true,
};
const fixed: MadeUpColumn = { name: 'fixed', draw: () => 7 };
const columns = [number, level, fixed];
const reference = new MadeUpReference(columns, 2000, new Draws(3));

/** Looks at rows of which one column is drawn otherwise. */
function look(changed: MadeUpColumn, rows = 500) {
  const drawn = columns.map((column) => (column.name === changed.name ? changed : column));
  const report = reference.look(rows, new Draws(9), drawn);
  return { report, column: report.columns.find(({ name }) => name === changed.name)! };
}

describe('each column is classified', () => {
  test.each<{
    name: string;
    changed: MadeUpColumn;
    rows?: number;
    status: string;
    severity: string;
    whole: string;
  }>([
    { name: 'as it was', changed: number, status: 'ok', severity: 'ok', whole: 'ok' },
    {
      name: 'a small shift',
      changed: { ...number, draw: (d) => 0.4 + d.normal() },
      status: 'warning',
      severity: 'warning',
      whole: 'warning',
    },
    {
      name: 'a large shift',
      changed: { ...number, draw: (d) => 1 + d.normal() },
      status: 'drift',
      severity: 'drift',
      whole: 'drift',
    },
    {
      name: 'wider, with the same mean',
      changed: { ...number, draw: (d) => 2.5 * d.normal() },
      status: 'drift',
      severity: 'drift',
      whole: 'drift',
    },
    {
      name: 'one value now',
      changed: { ...number, draw: () => 0.1 },
      status: 'constant',
      severity: 'drift',
      whole: 'drift',
    },
    {
      name: 'one value, now and then',
      changed: fixed,
      status: 'constant',
      severity: 'ok',
      whole: 'ok',
    },
    {
      name: 'another value where there was one: smaller',
      changed: { ...fixed, draw: () => 6 },
      status: 'constant',
      severity: 'drift',
      whole: 'drift',
    },
    {
      name: 'a column without any value',
      changed: { ...number, draw: () => undefined },
      status: 'all-missing',
      severity: 'drift',
      whole: 'drift',
    },
    {
      name: 'holes in a column that had none',
      changed: { ...number, draw: (d) => (d.uniform() < 0.1 ? undefined : d.normal()) },
      status: 'drift',
      severity: 'drift',
      whole: 'drift',
    },
    {
      name: 'levels never seen',
      changed: { ...level, draw: (d) => ['a', 'b', 'x'][d.pick([5, 3, 2])] },
      status: 'new-levels',
      severity: 'drift',
      whole: 'drift',
    },
    {
      name: 'levels in other shares',
      changed: { ...level, draw: (d) => ['a', 'b', 'c'][d.pick([2, 3, 5])] },
      status: 'drift',
      severity: 'drift',
      whole: 'drift',
    },
    {
      name: 'one row of a new level among many is no alarm',
      changed: {
        ...level,
        draw: (d) => (d.uniform() < 0.002 ? 'y' : ['a', 'b', 'c'][d.pick([5, 3, 2])]),
      },
      status: 'ok',
      severity: 'ok',
      whole: 'ok',
    },
    {
      name: 'few rows',
      changed: number,
      rows: 29,
      status: 'too-few-rows',
      severity: 'unknown',
      whole: 'too-little-data',
    },
    {
      name: 'few rows that are far off',
      changed: { ...number, draw: () => 1e9 },
      rows: 12,
      status: 'too-few-rows',
      severity: 'unknown',
      whole: 'too-little-data',
    },
    {
      name: 'no row',
      changed: number,
      rows: 0,
      status: 'empty',
      severity: 'unknown',
      whole: 'too-little-data',
    },
  ])('$name: $status', ({ changed, rows, status, severity, whole }) => {
    const { report, column } = look(changed, rows);
    expect({ status: column.status, severity: column.severity, whole: report.status }).toEqual({
      status,
      severity,
      whole,
    });
  });
});

test('an empty bin is finite, and what is missing or unseen has a bin of its own', () => {
  const gone = look({ ...number, draw: (d) => Math.abs(d.normal()) }).column;
  expect(gone.bins.some(({ current }) => current === 0)).toBe(true);
  expect(gone.psi).toBeGreaterThan(0.25);
  expect(gone.psi).toBeLessThan(20);
  const unseen = look({ ...level, draw: () => 'new' }).column;
  expect(unseen.bins.map(({ label }) => label)).toEqual(['a', 'b', 'c', 'unseen levels']);
  expect(unseen.newLevels).toEqual({ new: 500 });
  expect(unseen.status).toBe('new-levels');
});

test('a sentinel below a pile of zeros has a bin of its own', () => {
  const draw = (d: Draws) => (d.uniform() < 0.5 ? 0 : d.uniform());
  const piled = new MadeUpReference([{ name: 'pile', draw }], 1000, new Draws(2));
  const report = piled.look(500, new Draws(4), [
    { name: 'pile', draw: (d) => (d.uniform() < 0.25 ? -999 : draw(d)) },
  ]);
  expect(report.columns[0]?.status).toBe('drift');
  expect(report.columns[0]?.bins[0]?.current).toBeGreaterThan(80);
});

test('levels are those of the caller, and an alarm needs both size and certainty', () => {
  const slight: MadeUpColumn = { ...number, draw: (d) => 0.15 + d.normal() };
  const drawn = [slight, level, fixed];
  const many = reference.look(50_000, new Draws(1), drawn);
  const [column] = many.columns;
  expect(column?.adjustedPValue).toBeLessThan(1e-4);
  expect(column?.severity).toBe('ok'); // certain, but small
  const strict = { levels: { warning: 0.01, drift: 0.02 } };
  expect(reference.look(50_000, new Draws(1), drawn, strict).columns[0]?.severity).toBe('drift');
  const few = reference.look(40, new Draws(1), drawn, strict);
  expect(few.columns[0]?.psi).toBeGreaterThan(0.02); // large, but of chance
  expect(few.columns[0]?.severity).toBe('ok');
});
