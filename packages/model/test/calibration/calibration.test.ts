import { readFileSync } from 'node:fs';
import { describe as group, expect, test } from '@jest/globals';
import { applyCalibration, type Calibration } from '../../src/calibration/calibration.ts';
import { calibrationSchema } from '../../src/calibration/calibration-schema.ts';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import { Predictor } from '../../src/predictor/predictor.ts';
import { describe, people, withFolder } from '../small-model.ts';

const { asked, platt, isotonic } = JSON.parse(
  readFileSync(new URL('../fixtures/calibration.json', import.meta.url), 'utf8'),
) as {
  asked: number[];
  platt: { slope: number; intercept: number; expected: number[] };
  isotonic: { x: number[]; y: number[]; expected: number[] };
};

test('Platt scaling is that of Python, also at 0 and 1', () => {
  const probabilities = Float32Array.from(asked);
  const { slope, intercept, expected } = platt;
  const calibrated = applyCalibration({ method: 'platt', slope, intercept }, probabilities);
  expect([...calibrated]).toEqual([...Float32Array.from(expected)]);
  expect([...probabilities]).toEqual([...Float32Array.from(asked)]);
});

test("isotonic calibration is that of scikit-learn's IsotonicRegression with out_of_bounds='clip'", () => {
  const { x, y, expected } = isotonic;
  const calibrated = applyCalibration({ method: 'isotonic', x, y }, Float32Array.from(asked));
  expect([...calibrated]).toEqual([...Float32Array.from(expected)]);
  const flat = applyCalibration({ method: 'isotonic', x: [0.4], y: [0.3] }, Float32Array.of(0, 1));
  expect([...flat]).toEqual([Math.fround(0.3), Math.fround(0.3)]);
});

test('a predictor gives calibrated probabilities and decides on them', async () => {
  await withFolder(async (folder) => {
    const table = await people();
    const plain = describe(table);
    const calibration: Calibration = { method: 'platt', slope: 0.5, intercept: -1 };
    const thresholdRule = { by: 'cost', false_positive: 1, false_negative: 8 } as const;
    await writeModelDirectory(`${folder}/plain`, plain);
    const description = { ...plain, calibration, threshold: 0.3, thresholdRule };
    await writeModelDirectory(`${folder}/m`, description);
    using raw = await Predictor.load(`${folder}/plain`);
    using predictor = await Predictor.load(`${folder}/m`);
    const expected = applyCalibration(calibration, raw.predictTable(table).probabilities);
    const { probabilities, labels } = predictor.predictTable(table);
    expect(probabilities).toEqual(expected);
    expect([...labels]).toEqual([...expected].map((p) => Number(p > 0.3)));
    expect(predictor.info).toMatchObject({ calibration, threshold: 0.3, thresholdRule });
    expect(raw.info).toMatchObject({ calibration: undefined, thresholdRule: undefined });
  });
});

group('a calibration that is none is refused', () => {
  test.each([
    ['no such method', { method: 'beta' }],
    ['an infinite slope', { method: 'platt', slope: Infinity, intercept: 0 }],
    ['unequal lengths', { method: 'isotonic', x: [0, 1], y: [0] }],
    ['points that do not increase', { method: 'isotonic', x: [0.5, 0.5], y: [0, 1] }],
    ['more than certain', { method: 'isotonic', x: [0, 1], y: [0, 1.5] }],
  ])('%s', (_, calibration) => {
    expect(calibrationSchema.safeParse(calibration).success).toBe(false);
  });
});
