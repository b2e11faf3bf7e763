import { expect, test } from '@jest/globals';
import { chooseRows } from '../../src/promotion/rows/choose-rows.ts';
import type { RunData } from '../../src/promotion/rows/choose-rows.ts';
import { splitParts } from '../../src/promotion/rows/split-parts.ts';

const run = (digest: string, train: number[], test: number[], selectedOn?: string): RunData => ({
  digest,
  split: { train: new Set(train), test: new Set(test) },
  selectedOn,
});
const rows = (has: (row: number) => boolean): number[] =>
  Array.from({ length: 10 }, (_, row) => row).filter(has);

const candidate = run('own', [0, 1, 2, 3], [4, 5, 6, 7]);

test('the same split: the test part, which neither was trained on', () => {
  const chosen = chooseRows({ digest: 'own', candidate, champion: candidate, minUnseen: 2 });
  expect([chosen.choice, rows(chosen.has), chosen.notes]).toEqual([
    'unseen_by_both',
    [4, 5, 6, 7],
    [],
  ]);
});

test('another split of the same file: rows new to both, if there are enough', () => {
  const champion = run('own', [0, 2, 4, 6], [1, 3, 5, 7]);
  const enough = chooseRows({ digest: 'own', candidate, champion, minUnseen: 2 });
  expect([enough.choice, rows(enough.has)]).toEqual(['unseen_by_both', [5, 7]]);
  expect(enough.notes[0]).toMatch(/trained on 2 of the candidate's 4 test rows: they are left out/);
  const few = chooseRows({ digest: 'own', candidate, champion, minUnseen: 3 });
  expect([few.choice, rows(few.has)]).toEqual(['candidate_test', [4, 5, 6, 7]]);
  expect(few.notes[0]).toMatch(/looks too good on them; only 2 rows are new to both/);
});

test('a champion of other data: it is not known what it has seen', () => {
  const champion = run('other', [4, 5], [6, 7]);
  const chosen = chooseRows({ digest: 'own', candidate, champion, minUnseen: 2 });
  expect([chosen.choice, rows(chosen.has)]).toEqual(['candidate_test', [4, 5, 6, 7]]);
  expect(chosen.notes[0]).toMatch(/not known; if it has, it looks too good here/);
});

test('a candidate that was chosen on its test rows: said', () => {
  const chosenOnTest = run('own', [0], [4, 5], 'test_f1');
  const { notes } = chooseRows({
    digest: 'own',
    candidate: chosenOnTest,
    champion: undefined,
    minUnseen: 2,
  });
  expect(notes).toEqual([expect.stringMatching(/chosen by test_f1 on its test rows/)]);
  const honest = run('own', [0], [4, 5], 'cv_f1');
  expect(
    chooseRows({ digest: 'own', candidate: honest, champion: undefined, minUnseen: 2 }).notes,
  ).toEqual([]);
});

test('a champion that was chosen on the same rows is said too, unless it was chosen elsewhere', () => {
  const chosenOnTest = run('own', [0, 1, 2, 3], [4, 5, 6, 7], 'test_f1');
  const notes = (champion: RunData): readonly string[] =>
    chooseRows({ digest: 'own', candidate: chosenOnTest, champion, minUnseen: 2 }).notes;
  expect(notes(chosenOnTest)).toEqual([
    expect.stringMatching(/^the candidate was chosen by test_f1/),
    expect.stringMatching(/^the champion was chosen by test_f1/),
  ]);
  expect(notes(run('own', [0, 2, 4, 6], [1, 3, 5, 7], 'test_f1'))).toHaveLength(3);
  expect(notes(run('other', [4], [5], 'test_f1'))).toEqual([
    expect.stringMatching(/^the champion was trained on other data/),
    expect.stringMatching(/^the candidate was chosen by test_f1/),
  ]);
});

test("a file of its own: every row; the champion's own data: its test part", () => {
  const champion = run('other', [4, 5], [6, 7]);
  const holdout = chooseRows({ digest: 'new', candidate, champion, minUnseen: 2 });
  expect([holdout.choice, rows(holdout.has).length]).toEqual(['holdout', 10]);
  const theirs = chooseRows({ digest: 'other', candidate, champion, minUnseen: 2 });
  expect([theirs.choice, rows(theirs.has)]).toEqual(['holdout', [6, 7]]);
});

test('split.csv is read as runs hold it', async () => {
  const { train, test: held } = await splitParts(
    'row,part,fold\n3,train,0\n0,train,1\n4,calibrate,\n2,test,\n',
  );
  expect([[...train], [...held]]).toEqual([[3, 0, 4], [2]]);
});
