import { describe, expect, test } from '@jest/globals';
import { inFreshProcess } from '../fresh-process.ts';

/**
 * Bytes of resident memory that one call leaves behind. The heap grows in steps while a process warms
 * up, but a leak shows in every batch: the smallest growth of several batches is what counts.
 */
function growthPerCall(setup: string, body: string, calls: number): number {
  const printed = inFreshProcess(
    `
    const rows = 60, cols = 14;
    const values = Float32Array.from({ length: rows * cols }, (_, i) => (i * 7919) % 101);
    const label = Float32Array.from({ length: rows }, (_, i) => i % 2);
    const make = () => xgb.DMatrix.fromDense(values, { rows, cols, label, nthread: 1 });
    const fit = (data) => xgb.train({ nthread: 1, objective: 'binary:logistic' }, data, { rounds: 3 });
    ${setup}
    const run = (count) => { for (let i = 0; i < count; i += 1) { ${body} } globalThis.gc(); };
    const growths = Array.from({ length: 6 }, () => {
      const before = process.memoryUsage.rss();
      run(${calls});
      return (process.memoryUsage.rss() - before) / ${calls};
    });
    console.log(Math.min(...growths.slice(2)));`,
    { nodeFlags: ['--expose-gc'] },
  );
  return Number(printed);
}

const withBooster = 'const data = make(); const { booster } = fit(data);';

describe('memory stays flat', () => {
  test.each([
    ['predictDense', withBooster, 'booster.predictDense(values, { rows, cols });', 30_000, 50],
    ['predict', withBooster, 'booster.predict(data);', 30_000, 50],
    [
      'a new matrix for each prediction',
      withBooster,
      'const one = make(); booster.predict(one); one.dispose();',
      10_000,
      300,
    ],
    [
      'train and dispose',
      '',
      'const one = make(); fit(one).booster.dispose(); one.dispose();',
      500,
      2_000,
    ],
    [
      'save and load',
      withBooster,
      'xgb.Booster.fromBuffer(booster.toBuffer()).dispose();',
      1_000,
      1_000,
    ],
    [
      'refused calls',
      withBooster,
      'try { booster.predict(data, { iterationRange: [0, 9] }); } catch {}',
      1_000,
      1_000,
    ],
  ])(
    '%s',
    (_, setup, body, calls, bytes) => {
      expect(growthPerCall(setup, body, calls)).toBeLessThan(bytes);
    },
    600_000,
  );

  test('matrices that nobody disposed are freed by the collector', () => {
    const printed = inFreshProcess(
      `
      const rows = 20000, cols = 20;
      const values = new Float32Array(rows * cols);
      const make = () => xgb.DMatrix.fromDense(values, { rows, cols, nthread: 1 }).rowCount;
      const turn = async () => {
        for (let i = 0; i < 50; i += 1) make();
        globalThis.gc();
        await new Promise((done) => setTimeout(done, 50));
      };
      await turn(); await turn();
      const before = process.memoryUsage.rss();
      for (let i = 0; i < 10; i += 1) await turn();
      console.log((process.memoryUsage.rss() - before) / 2 ** 20);`,
      { nodeFlags: ['--expose-gc'] },
    );
    // 500 matrices of 3 MB would be 1,500 MB.
    expect(Number(printed)).toBeLessThan(300);
  }, 120_000);
});
