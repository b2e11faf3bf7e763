import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { withDirectory } from '../support/directory.ts';
import { xgflow } from '../support/xgflow.ts';

const claims = fileURLToPath(new URL('../../../../examples/claims/claims.csv', import.meta.url));

describe('init and check', () => {
  test('the claims table: close to the example, ready to run, never replaced unasked', async () => {
    await withDirectory(async (cwd) => {
      const made = await xgflow(['init', claims, '--json'], { cwd });
      const { file, target, target_guessed, columns } = JSON.parse(made.stdout) as {
        file: string;
        target: string;
        target_guessed: boolean;
        columns: { name: string; use: string }[];
      };
      expect({ file, target, target_guessed }).toEqual({
        file: path.join(cwd, 'sweep.yaml'),
        target: 'claim_status',
        target_guessed: true,
      });
      const used = (use: string): string[] =>
        columns.filter((column) => column.use === use).map(({ name }) => name);
      expect(used('drop')).toEqual(['family_history_3', 'employment_type']);
      // The example's twenty, and the one more column of two integers.
      expect(used('categorical')).toHaveLength(21);

      const dry = await xgflow(['sweep', 'sweep.yaml', '--dry-run'], { cwd });
      expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining('38 features') });
      const checked = await xgflow(['check', claims, 'sweep.yaml', '--json'], { cwd });
      expect(checked.code).toBe(0);
      expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, violation_count: 0 });

      const text = await readFile(file, 'utf8');
      await writeFile(file, `${text}# mine\n`);
      expect(await xgflow(['init', claims], { cwd })).toMatchObject({ code: 2, stdout: '' });
      expect(await readFile(file, 'utf8')).toMatch(/# mine\n$/);
      expect(await xgflow(['init', claims, '--force'], { cwd })).toMatchObject({ code: 0 });
      expect(await readFile(file, 'utf8')).toBe(text);
      expect(await readdir(cwd)).toEqual(['sweep.yaml']);
    });
  }, 60_000);

  test('check shows each violation with row and column, and ends with 3', async () => {
    await withDirectory(async (cwd) => {
      const rows = Array.from({ length: 40 }, (_, row) => `${row},${row % 2}`);
      await writeFile(path.join(cwd, 'data.csv'), ['age,y', ...rows, ''].join('\n'));
      const file =
        'name: a\nsource: data.csv\ntarget: y\nchecks: { age: { max: 37, max_missing: 0 } }\nspace: { n_estimators: { int: [2, 3] } }\n';
      await writeFile(path.join(cwd, 'sweep.yaml'), file);
      const { code, stdout } = await xgflow(['check', 'data.csv', 'sweep.yaml'], { cwd });
      expect(code).toBe(3);
      expect(stdout).toMatch(/^row:column +check +found\n39:age +max +38\n40:age +max +39\n/);
      const json = await xgflow(['check', 'data.csv', 'sweep.yaml', '--json'], { cwd });
      expect(json.code).toBe(3);
      expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, violation_count: 2 });
    });
  });
});

describe('doctor', () => {
  test('without a server all is in order, and it says so', async () => {
    await withDirectory(async (cwd) => {
      const { code, stdout } = await xgflow(['doctor'], { cwd });
      expect(code).toBe(0);
      expect(stdout).toMatch(/^✓ libxgboost · 3\.2\.0 · \//m);
      expect(stdout).toMatch(/^✓ OpenMP · \/.*libgomp/m);
      expect(stdout).toMatch(/^✓ threads · \d+ of \d+ processors/m);
      expect(stdout).toMatch(/^! server · no tracking server · /m);
    });
  });

  test('a library that cannot be loaded is broken, with the code that fits', async () => {
    await withDirectory(async (cwd) => {
      const env = { XGBOOST_LIBRARY: path.join(cwd, 'none.so') };
      const { code, stdout } = await xgflow(['doctor', '--json'], { cwd, env });
      expect(code).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({
        ok: false,
        findings: expect.arrayContaining([
          expect.objectContaining({ subject: 'libxgboost', state: 'broken' }),
        ]),
      });
    });
  });
});
