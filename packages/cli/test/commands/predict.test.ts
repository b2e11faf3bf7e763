import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { inferSchema, readCsv } from '@xgflow/data';
import { Codec, Predictor, writeModelDirectory } from '@xgflow/model';
import { DMatrix, train } from '@xgflow/xgboost-node';
import { withDirectory } from '../support/directory.ts';
import { xgflow } from '../support/xgflow.ts';

const header = 'id,age,region\n';

/** A directory with `model/`, trained to tell the old from the young, and `new.csv`. */
async function withModel(work: (cwd: string) => Promise<void>): Promise<void> {
  await withDirectory(async (cwd) => {
    const training = path.join(cwd, 'training.csv');
    const rows = Array.from({ length: 60 }, (_, row) => `${20 + row},${row % 2 ? 'east' : 'west'}`);
    await writeFile(training, `age,region\n${rows.join('\n')}\n`);
    const table = await readCsv(training, { categorical: ['region'] });
    const codec = Codec.fromTable(table);
    const label = Float32Array.from(rows, (_, row) => Number(row > 25));
    using data = DMatrix.fromColumns(codec.encodeTable(table), { label, nthread: 1 });
    const params = { objective: 'binary:logistic', max_depth: 2, nthread: 1 } as const;
    using booster = train(params, data, { rounds: 5 }).booster;
    await writeModelDirectory(path.join(cwd, 'model'), {
      model: booster.toBuffer('ubj'),
      codec,
      schema: inferSchema(table),
      target: { name: 'claim', classes: ['no', 'yes'] },
    });
    await writeFile(path.join(cwd, 'new.csv'), `${header}"a,1",25,west\nb,70,north\nc,,east\n`);
    await work(cwd);
  });
}

const line = (...more: string[]): string[] => [
  ...['predict', '--model', 'model', '--input', 'new.csv', '--output', 'out.csv'],
  ...more,
];

describe('xgflow predict', () => {
  test('writes what the predictor says, keeps columns, counts unseen levels', async () => {
    await withModel(async (cwd) => {
      const { stdout, code } = await xgflow(line('--keep', 'id', '--json'), { cwd });
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        output: path.join(cwd, 'out.csv'),
        rows: 3,
        bad_rows: 0,
        bad_rows_file: null,
        resumed_at: 0,
        threshold: 0.5,
        positives: expect.any(Number),
        unseen_rows: 1,
        unseen_by_column: { region: 1 },
        model: { uri: 'model', name: null, version: null, run_id: null, model_id: null },
      });
      using predictor = await Predictor.load(path.join(cwd, 'model'));
      const expected = predictor.predictRecords([
        { age: 25, region: 'west' },
        { age: 70, region: 'north' },
        { age: null, region: 'east' },
      ]);
      const [head, ...rows] = (await readFile(path.join(cwd, 'out.csv'), 'utf8'))
        .trim()
        .split('\n');
      expect(head).toBe('row,probability,prediction,unseen_levels,id');
      expect(rows.map((row) => Math.fround(Number(row.split(',')[1])))).toEqual([
        ...expected.probabilities,
      ]);
      expect(rows[0]).toMatch(/^1,0\.\d+,no,0,"a,1"$/u);
    });
  });

  test('a terminal user gets a line on stdout and the warning on stderr', async () => {
    await withModel(async (cwd) => {
      const { stdout, stderr } = await xgflow(line(), { cwd });
      expect(stdout).toBe('3 rows scored, written to out.csv\n');
      expect(stderr).toMatch(/^! levels the model never saw .* in 1 rows · region \(1\) · /mu);
    });
  });

  const refused = [
    {
      name: 'an output that exists',
      input: `${header}a,1,west\n`,
      out: 'old',
      code: 2,
      says: /exists/u,
    },
    {
      name: 'a bad cell',
      input: `${header}a,1,west\nb,x1,west\n`,
      code: 3,
      says: /row 2.*x1|x1.*row 2/u,
    },
    { name: 'a missing column', input: 'id,age\na,1\n', code: 3, says: /region/u },
    { name: 'an empty file', input: '', code: 3, says: /new\.csv/u },
  ];
  test.each(refused)('$name: exit $code, nothing written', async ({ input, out, code, says }) => {
    await withModel(async (cwd) => {
      await writeFile(path.join(cwd, 'new.csv'), input);
      const output = path.join(cwd, 'out.csv');
      if (out !== undefined) await writeFile(output, out);
      const ended = await xgflow(line(), { cwd });
      expect(ended).toMatchObject({ code, stdout: '' });
      expect(ended.stderr.trim().split('\n').at(-1)).toMatch(says);
      if (out !== undefined) expect(await readFile(output, 'utf8')).toBe(out);
      else await expect(stat(output)).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });

  test('a database cannot be resumed: one line that says what to do, and no other advice', async () => {
    await withModel(async (cwd) => {
      await writeFile(path.join(cwd, 'out.csv.part'), 'of a scoring before');
      const table = ['--input', 'sqlite:claims.db', '--query', 'claims', '--output', 'out.csv'];
      const ended = await xgflow(['predict', '--model', 'model', ...table, '--resume'], { cwd });
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toMatch(
        /^✗ a scoring of a database cannot be resumed, .* · sqlite:claims\.db · write its rows to a Parquet or CSV file first /mu,
      );
      expect(ended.stderr).not.toContain('to go on');
    });
  });

  test('--overwrite replaces an output', async () => {
    await withModel(async (cwd) => {
      await writeFile(path.join(cwd, 'out.csv'), 'old');
      expect((await xgflow(line('--overwrite'), { cwd })).code).toBe(0);
      expect(await readFile(path.join(cwd, 'out.csv'), 'utf8')).toMatch(/^row,probability/u);
    });
  });

  test('--bad-rows puts rows aside with their reasons, and says so', async () => {
    await withModel(async (cwd) => {
      await writeFile(path.join(cwd, 'new.csv'), `${header}a,1,west\nb,x1,west\nc\n`);
      const { code, stderr, stdout } = await xgflow(line('--bad-rows', 'bad.csv'), { cwd });
      expect({ code, stdout }).toEqual({ code: 0, stdout: '1 rows scored, written to out.csv\n' });
      expect(stderr).toMatch(/^! 2 rows could not be scored · bad\.csv · each with its reason$/mu);
      expect((await readFile(path.join(cwd, 'bad.csv'), 'utf8')).split('\n')).toEqual([
        'row,line,column,reason',
        '2,3,age,"""x1"" is not a number (of 32-bit floats)"',
        '3,4,,1 cells where the header has 3',
        '',
      ]);
    });
  });
});
