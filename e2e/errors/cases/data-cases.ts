import type { ErrorCase } from '../error-case.ts';
import type { Scene } from '../scene.ts';
import { header, rows } from '../small-table.ts';

const dryRun = { args: ['sweep', 'sweep.yaml', '--dry-run'] } as const;

/** The table that a dry run reads is spoiled. */
function spoiled(
  name: string,
  says: RegExp,
  spoil: (scene: Scene) => Promise<void>,
  exit = 3,
): ErrorCase {
  return {
    name,
    exit,
    says,
    stage: async (scene) => {
      await spoil(scene);
      return dryRun;
    },
  };
}

const replaced = (at: number, row: string): string[] => rows.with(at, row);
const text = [header, ...rows, ''].join('\n');

const poisson = {
  task: 'regression',
  params: '{objective: count:poisson}',
  exposure: 'age',
};

/** What can be wrong with the table. */
export const dataCases: readonly ErrorCase[] = [
  spoiled(
    'a ragged row',
    /^2 cells where the header has 3 · \S+data\.csv row 5 \(line 6\), cell 3 · /u,
    (scene) => scene.table(replaced(4, '30,Bonn')),
  ),
  spoiled(
    'Latin-1',
    /^a byte that is not UTF-8 \(Latin-1\?\) · \S+ line 4 · save .* UTF-8$/u,
    (scene) => scene.write('data.csv', Buffer.from(text.replace('Jena', 'Jüterbog'), 'latin1')),
  ),
  spoiled('UTF-16', /^UTF-16 text · \S+data\.csv line 1 · save the file as UTF-8$/u, (scene) =>
    scene.write('data.csv', Buffer.from(`\uFEFF${text}`, 'utf16le')),
  ),
  spoiled('a NUL byte', /^a NUL byte \(.*\) · \S+data\.csv line 3 · /u, (scene) =>
    scene.table(replaced(1, '30,Bo\0nn,1')),
  ),
  spoiled('gzip', /^gzip data · \S+data\.csv line 1 · unpack the file first$/u, (scene) =>
    scene.write('data.csv', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0)),
  ),
  spoiled('a quote never closed', /^.*quote.* · \S+data\.csv line \d+ · quote the cell/u, (scene) =>
    scene.table(replaced(2, '30,"Bonn,1')),
  ),
  spoiled(
    'a duplicate header',
    /^duplicate column name "age" · \S+ header, column 3 · /u,
    (scene) => scene.table(rows, 'age,city,age'),
  ),
  spoiled('an empty header', /^empty column name · \S+data\.csv header, column 2 · /u, (scene) =>
    scene.table(rows, 'age,,target'),
  ),
  spoiled(
    'semicolons for commas',
    /^the cells are not separated by commas: "age;city;target" · \S+data\.csv header, .* · save the file/u,
    (scene) =>
      scene.table(
        rows.map((row) => row.replaceAll(',', ';')),
        'age;city;target',
      ),
  ),
  spoiled('an empty file', /^.*empty.* · .*data\.csv · /u, (scene) => scene.write('data.csv', '')),
  spoiled('a header only', /^.*header.* · .*data\.csv.* · /u, (scene) => scene.table([])),
  spoiled(
    'no such table',
    /^no such file.* · \S+data\.csv · /u,
    (scene) => scene.sweep({ source: 'nowhere/data.csv' }),
    2,
  ),
  spoiled(
    'a directory as table',
    /directory.* · .* · /u,
    (scene) => scene.sweep({ source: '.' }),
    2,
  ),
  spoiled(
    'an all-missing target',
    /^the target is missing · column target, data row 1 · /u,
    (scene) => scene.table(rows.map((row) => row.replace(/\d$/u, ''))),
  ),
  spoiled(
    'a missing target cell',
    /^the target is missing · column target, data row 8 · /u,
    (scene) => scene.table(replaced(7, '30,Bonn,')),
  ),
  spoiled(
    'a target of one class',
    /^the target has one class only · column target is always 0 · /u,
    (scene) => scene.table(rows.map((row) => row.replace(/\d$/u, '0'))),
  ),
  spoiled(
    'a target of three classes',
    /^the target has more than two classes · column target · /u,
    (scene) => scene.table(replaced(0, '30,Bonn,2')),
  ),
  spoiled(
    'several classes that are two',
    /^the target has two classes · column target holds 0 and 1 · remove task: multiclass$/u,
    (scene) => scene.sweep({ task: 'multiclass', params: '{}' }),
  ),
  spoiled(
    'a target of 0 for gamma',
    /^the target is 0 · column target, data row \d+ · reg:gamma needs targets above 0: /u,
    (scene) => scene.sweep({ task: 'regression', params: '{objective: reg:gamma}' }),
  ),
  ...(
    [
      [
        'an exposure of 0',
        '0',
        /^the exposure is 0 · column age, data row 3 · give numbers above 0/u,
      ],
      ['a negative exposure', '-1', /^the exposure is -1 · column age, data row 3 · /u],
      ['a missing exposure', '', /^the exposure is missing · column age, data row 3 · /u],
    ] as const
  ).map(([name, cell, says]) =>
    spoiled(name, says, async (scene) => {
      await scene.table(replaced(2, `${cell},Bonn,1`));
      await scene.sweep(poisson);
    }),
  ),
  spoiled(
    'an exposure that is not there',
    /^no column "ages" · \S+data\.csv · did you mean "age"\?$/u,
    (scene) => scene.sweep({ ...poisson, exposure: 'ages' }),
  ),
  spoiled(
    'a target that is not there',
    /^no column "traget" · \S+data\.csv · did you mean "target"\?$/u,
    (scene) => scene.sweep({ target: 'traget' }),
  ),
  spoiled(
    'a positive class that is not there',
    /^positive class 7 is not in the target · .* · /u,
    (scene) => scene.sweep({ positive_class: '7' }),
  ),
  spoiled(
    'text among numbers',
    /^"old" is not a number · \S+ row 3 \(line 4\), column "age" · /u,
    (scene) => scene.table(replaced(2, 'old,Bonn,1')),
  ),
  spoiled('inf', /^"inf" is not finite .* · \S+ row 3 \(line 4\), column "age" · /u, (scene) =>
    scene.table(replaced(2, 'inf,Bonn,1')),
  ),
  spoiled('1e400', /^"1e400" is not finite .* · \S+ row 3 \(line 4\), column "age" · /u, (scene) =>
    scene.table(replaced(2, '1e400,Bonn,1')),
  ),
  spoiled(
    'a decimal comma',
    /^"30,5" is not a number \(decimal comma\?\) · .* column "age" · /u,
    (scene) => scene.table(replaced(2, '"30,5",Bonn,1')),
  ),
  spoiled(
    'a categorical column that is not there',
    /^no column "town" · \S+data\.csv · /u,
    (scene) => scene.sweep({ categorical: '[city, town]' }),
  ),
  spoiled(
    'a check that fails',
    /^45 checks failed · first: max at row \d+, column age: \d+ · .* · /u,
    (scene) => scene.sweep({ checks: '{age: {max: 30}}' }),
  ),
  spoiled(
    'a column without any value',
    /^1 check failed · first: max_missing at column age: 1 · /u,
    async (scene) => {
      await scene.table(rows.map((row) => row.replace(/^\d+/u, '')));
      await scene.sweep({ checks: '{age: {max_missing: 0.5}}' });
    },
  ),
  spoiled(
    'duplicate rows',
    /^1 check failed · first: duplicates at row 61: row 1 · /u,
    async (scene) => {
      await scene.table([...rows, rows[0] ?? '']);
      await scene.sweep({ duplicates: 'fail' });
    },
  ),
  spoiled(
    'a class too small for the folds',
    /^class 1 has \d rows, fewer than the 5 folds · search\.folds · give fewer folds/u,
    async (scene) => {
      await scene.table(rows.map((row, at) => row.replace(/\d$/u, at < 2 ? '1' : '0')));
      await scene.sweep({ search: '{trials: 1, folds: 5}', split: '{stratify: true}' });
    },
  ),
];
