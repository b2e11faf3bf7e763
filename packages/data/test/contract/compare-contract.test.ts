import { describe, expect, test } from '@jest/globals';
import { compareContract, type Contract, type ContractTolerance } from '../../src/index.ts';
import { contractOf, first } from './first-table.ts';

/** `column change: contract → found`, a line each. */
async function changes(
  csv: string,
  tolerance?: Partial<ContractTolerance>,
  categorical?: string[],
): Promise<string[]> {
  const found = await contractOf(csv, categorical);
  return compareContract(await contractOf(first), found, tolerance).map(
    ({ column, change, contract, found: now }) => `${column} ${change}: ${contract} → ${now}`,
  );
}

describe('compareContract', () => {
  test.each([
    ['the same', first],
    [
      'another order of rows and columns',
      'code,score,gender,age\n8,1.5,M,40\n7,0.5,F,20\n7,,F,40\n8,0.75,M,60\n',
    ],
    [
      'a level, and a part of the range, that no longer occur',
      'age,gender,score,code\n40,F,0.5,7\n',
    ],
    ['a range a tenth wider', 'age,gender,score,code\n16,F,0.5,7\n64,M,0.75,8\n'],
    ['numbers that happen to be whole', 'age,gender,score,code\n20,F,1,7\n'],
  ])('%s is no breach', async (_, csv) => {
    expect(await changes(csv)).toEqual([]);
  });

  test.each([
    [
      'out of range',
      'age,gender,score,code\n15,F,0.5,7\n',
      ['age out of range: 20 to 60 → 15 to 15'],
    ],
    [
      'new level',
      'age,gender,score,code\n20,X,0.5,9\n',
      ['gender new level: F, M → X', 'code new level: 7, 8 → 9'],
    ],
    [
      'retyped',
      'age,gender,score,code\n20.5,F,0.5,a\n',
      ['age retyped: integer → number', 'code retyped: integer levels → string levels'],
    ],
    [
      'text among numbers',
      'age,gender,score,code\nold,F,0.5,7\n',
      ['age retyped: integer → string levels'],
    ],
    [
      'more missing',
      'age,gender,score,code\n20,F,0.5,7\n,F,0.5,7\n',
      ['age more missing: 0 % missing → 50 % missing'],
    ],
    [
      'a column without any value',
      'age,gender,score,code\n,F,0.5,7\n',
      ['age more missing: 0 % missing → 100 % missing'],
    ],
    ['removed', 'age,gender,code\n20,F,7\n', ['score removed: number → no such column']],
    [
      'added',
      'age,gender,score,code,extra\n20,F,0.5,7,x\n',
      ['extra added: no such column → string levels'],
    ],
    ['renamed, by its name', 'ages,gender,score,code\n20,F,0.5,7\n', ['age renamed: age → ages']],
    [
      'renamed, by its levels',
      'age,sex,score,code\n20,F,0.5,7\n60,M,1,8\n',
      ['gender renamed: gender → sex'],
    ],
    [
      'renamed, by its range',
      'years,gender,score,code\n20,F,0.5,7\n60,M,1,8\n',
      ['age renamed: age → years'],
    ],
    [
      'renamed and changed',
      'age,sex,score,code\n20,F,0.5,7\n60,M,1,8\n60,D,1,8\n',
      ['gender renamed: gender → sex', 'gender new level: F, M → D'],
    ],
  ])('%s', async (_, csv, expected) => {
    const header = csv.split('\n')[0]?.split(',') ?? [];
    const categorical = ['gender', 'code', 'sex'].filter((name) => header.includes(name));
    expect(await changes(csv, {}, categorical)).toEqual(expected);
  });

  test('integers that are listed as categories, or no longer, are the same integers', async () => {
    expect(await changes(first, {}, ['gender'])).toEqual([]);
    expect(await changes(first, {}, ['gender', 'code', 'age'])).toEqual([]);
    const renamed = first.replace('code', 'kind');
    expect(await changes(renamed, {}, ['gender'])).toEqual(['code renamed: code → kind']);
  });

  test('a rename is told only where one column fits', async () => {
    const csv = 'years,months,gender,score,code\n20,20,F,0.5,7\n60,60,M,1,8\n';
    expect(await changes(csv)).toEqual([
      'age removed: integer → no such column',
      'years added: no such column → integer',
      'months added: no such column → integer',
    ]);
  });

  test('and one column becomes one other', async () => {
    const before = await contractOf('alpha,bravo,charlie\n1,1,5\n9,9,5\n', []);
    const after = await contractOf('xylem,zebra\n1,5\n9,5\n', []);
    expect(compareContract(before, after)).toEqual([
      { column: 'alpha', change: 'renamed', contract: 'alpha', found: 'xylem' },
      { column: 'bravo', change: 'removed', contract: 'integer', found: 'no such column' },
      // Always the same number is a range too.
      { column: 'charlie', change: 'renamed', contract: 'charlie', found: 'zebra' },
    ]);
  });

  test('what is tolerated can be said', async () => {
    const csv = 'age,gender,score,code,extra\n10,X,0.5,7,1\n,X,0.5,7,1\n';
    expect(await changes(csv)).toHaveLength(4);
    expect(
      await changes(csv, { range: 0.25, missing: 0.5, newLevels: 'allow', addedColumns: 'allow' }),
    ).toEqual([]);
    expect(await changes(first.replace('60', '60.5'), { range: 0 })).toEqual([
      'age retyped: integer → number',
    ]);
    expect(await changes(first.replace('60', '61'), { range: 0 })).toEqual([
      'age out of range: 20 to 60 → 20 to 61',
    ]);
  });

  test('a small share of missing cells is not told as 0', () => {
    const contract = (missing: number): Contract => ({
      version: 1,
      rows: 1_000_000,
      columns: [{ name: 'a', kind: 'numeric', type: 'number', min: 0, max: 1, missing }],
    });
    expect(compareContract(contract(0.000_01), contract(0.000_021), { missing: 0 })).toMatchObject([
      { contract: '0.001 % missing', found: '0.0021 % missing' },
    ]);
  });

  test('a column of many texts is no list of levels', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `n${i}`);
    const many = await contractOf(`a\n${names.join('\n')}\n`, []);
    expect(many.columns).toEqual([
      { name: 'a', kind: 'categorical', type: 'string', levels: null, missing: 0 },
    ]);
    expect(compareContract(many, await contractOf('a\nother\n', []))).toEqual([]);
    const few = await contractOf('a\nn0\n', []);
    expect(compareContract(few, many)).toMatchObject([
      { change: 'new level', found: 'too many levels to list' },
    ]);
  });
});
