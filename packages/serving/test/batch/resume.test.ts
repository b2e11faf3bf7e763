import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { ScoreTableOptions } from '../../src/batch/score-options.ts';
import { scoreTable } from '../../src/batch/score-table.ts';
import { common, stopAfter, text } from './interrupted.ts';
import { withModel } from './with-model.ts';

describe('an interrupted scoring', () => {
  test.each([[1], [7], [19], [3, 2, 8]])(
    'after %j batches goes on to the same bytes',
    async (...stops) => {
      await withModel(async ({ folder, input, predictor }) => {
        await writeFile(input, text);
        const whole = { output: join(folder, 'whole.csv'), badRows: join(folder, 'whole-bad.csv') };
        const expected = await scoreTable({ predictor, input, ...common, ...whole });
        const output = join(folder, 'out.csv');
        const badRows = join(folder, 'bad.csv');
        const score = (more: Partial<ScoreTableOptions>) =>
          scoreTable({ predictor, input, output, badRows, ...common, ...more });
        for (const stop of stops) {
          await expect(score({ ...stopAfter(stop), resume: true })).rejects.toThrow('stopped');
          expect(await readdir(folder)).toEqual(
            expect.arrayContaining(['out.csv.part', 'bad.csv.part', 'out.csv.resume.json']),
          );
          // What was not yet durable may be there, torn or not, and be more than what is wanting.
          await appendFile(`${output}.part`, '999,0.5,no'.repeat(10_000));
        }
        const result = await score({ resume: true });
        expect(result).toEqual({ ...expected, resumedAt: expect.any(Number) });
        expect(await readFile(output)).toEqual(await readFile(whole.output));
        expect(await readFile(badRows)).toEqual(await readFile(whole.badRows));
        expect((await readdir(folder)).filter((name) => /part|resume/.test(name))).toEqual([]);
      });
    },
  );

  test.each<[string, (at: { output: string; badRows: string }) => Promise<unknown>]>([
    ['before either', ({ badRows }) => rename(badRows, `${badRows}.part`)],
    ['between the two', () => Promise.resolve()],
    ['after both', ({ output }) => rename(`${output}.part`, output)],
  ])('while its files were put in their places, %s, is brought to its end', async (_, crash) => {
    const seldom = { ...common, checkpointMs: 1e9 };
    await withModel(async ({ folder, input, predictor }) => {
      await writeFile(input, text);
      const whole = { output: join(folder, 'whole.csv'), badRows: join(folder, 'whole-bad.csv') };
      const expected = await scoreTable({ predictor, input, ...seldom, ...whole });
      const output = join(folder, 'out.csv');
      const badRows = join(folder, 'bad.csv');
      const score = (more: Partial<ScoreTableOptions>) =>
        scoreTable({ predictor, input, output, badRows, ...seldom, ...more });
      for (const overwrite of [true, false]) {
        // Somebody makes the output meanwhile: the bad rows are in their place, the output is not.
        const onProgress = () => writeFileSync(output, 'theirs');
        const refused = { name: 'OutputError', reason: 'exists' };
        await expect(score({ onProgress })).rejects.toMatchObject(refused);
        await rm(output);
        await crash({ output, badRows });
        const again = await score({ resume: true, overwrite });
        expect(again).toEqual({ ...expected, resumedAt: 1000 });
        expect(await readFile(output)).toEqual(await readFile(whole.output));
        expect(await readFile(badRows)).toEqual(await readFile(whole.badRows));
        expect((await readdir(folder)).filter((name) => /part|resume/.test(name))).toEqual([]);
        await rm(output);
        await rm(badRows);
      }
    });
  });

  test('of a file of ragged rows had put them aside on the way, and goes on to the same bytes', async () => {
    await withModel(async ({ folder, input, predictor }) => {
      // Several blocks of the file (256 KiB), with good rows at their beginning and end alone.
      const ragged = `1,a,${'x'.repeat(400)},too many\n`;
      await writeFile(input, `n,k,note\n1,a,x\n${ragged.repeat(3000)}2,a,y\n${ragged.repeat(9)}`);
      const whole = { output: join(folder, 'whole.csv'), badRows: join(folder, 'whole-bad.csv') };
      const expected = await scoreTable({ predictor, input, ...common, ...whole });
      expect(expected).toMatchObject({ rows: 2, badRows: 3009 });
      const output = join(folder, 'out.csv');
      const badRows = join(folder, 'bad.csv');
      const options = { predictor, input, output, badRows, ...common };
      await expect(scoreTable({ ...options, ...stopAfter(2) })).rejects.toThrow('stopped');
      expect((await readFile(`${badRows}.part`, 'utf8')).split('\n').length).toBeGreaterThan(1000);
      expect(await scoreTable({ ...options, resume: true })).toEqual({
        ...expected,
        resumedAt: expect.any(Number),
      });
      expect(await readFile(output)).toEqual(await readFile(whole.output));
      expect(await readFile(badRows)).toEqual(await readFile(whole.badRows));
    });
  });

  test('that wrote its last before another process got its id goes on', async () => {
    await withModel(async ({ input, output, predictor }) => {
      await writeFile(input, text.replaceAll('bad,', '1,').replaceAll(/^1,a$/gm, '1,a,x'));
      const options = { predictor, input, output, ...common };
      await expect(scoreTable({ ...options, ...stopAfter(5) })).rejects.toThrow('stopped');
      const file = `${output}.resume.json`;
      const left = JSON.parse(await readFile(file, 'utf8')) as { writer: { started: string } };
      const writer = { ...left.writer, pid: process.ppid };
      await writeFile(file, JSON.stringify({ ...left, writer }));
      expect(await scoreTable({ ...options, resume: true })).toMatchObject({ rows: 1000 });
    });
  });

  test('begins anew without resume', async () => {
    await withModel(async ({ input, output, predictor }) => {
      await writeFile(input, text.replaceAll('bad,', '1,').replaceAll(/^1,a$/gm, '1,a,x'));
      const score = (more: Partial<ScoreTableOptions>) =>
        scoreTable({ predictor, input, output, ...common, ...more });
      await expect(score(stopAfter(5))).rejects.toThrow('stopped');
      expect(await score({})).toMatchObject({ rows: 1000, resumedAt: 0 });
    });
  });

  test('that was killed goes on to the same bytes; while it ran, another was refused', async () => {
    await withModel(async ({ folder, input, output, predictor }) => {
      await writeFile(input, `n,k,note\n${'3,a,x\n4,ü,"y, z"\n'.repeat(30_000)}`);
      const [data, model, serving] = ['data', 'model', 'serving'].map((name) =>
        fileURLToPath(new URL(`../../../${name}/dist/index.js`, import.meta.url)),
      );
      expect(data).toContain('dist');
      const script = `
        import { Predictor } from ${JSON.stringify(model)};
        import { scoreTable } from ${JSON.stringify(serving)};
        using predictor = await Predictor.load(${JSON.stringify(join(folder, 'm'))});
        await scoreTable({ predictor, input: ${JSON.stringify(input)}, output: ${JSON.stringify(output)},
          keep: ['note'], batchRows: 500, checkpointMs: 0 });`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: 'inherit',
      });
      const ended = once(child, 'exit');
      const options = { predictor, input, output, keep: ['note'], batchRows: 500 };
      const durable = async (): Promise<number> => {
        const json = await readFile(`${output}.resume.json`, 'utf8').catch(() => '{"rows":0}');
        return (JSON.parse(json) as { readonly rows: number }).rows;
      };
      while ((await durable()) < 5000) await sleep(5);
      await expect(scoreTable({ ...options, resume: true })).rejects.toThrow(
        /^process \d+ is writing this output/,
      );
      child.kill('SIGKILL');
      expect((await ended)[1]).toBe('SIGKILL');
      const from = await durable();
      expect(from).toBeLessThan(60_000);
      const result = await scoreTable({ ...options, resume: true });
      expect(result).toMatchObject({ rows: 60_000, resumedAt: from });
      const whole = join(folder, 'whole.csv');
      await scoreTable({ ...options, output: whole });
      expect((await readFile(output)).equals(await readFile(whole))).toBe(true);
    });
  }, 60_000);
});
