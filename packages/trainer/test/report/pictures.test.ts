import { describe, expect, jest, test } from '@jest/globals';
import { draw } from '../../src/report/draw.ts';
import { fittedPictures } from '../../src/report/fitted-pictures.ts';
import { multiclassPictures } from '../../src/report/multiclass-pictures.ts';
import { regressionPictures } from '../../src/report/regression-pictures.ts';
import { sweepPictures } from '../../src/report/sweep-pictures.ts';
import { binaryPictures } from '../../src/report/binary-pictures.ts';
import type { Picture } from '../../src/report/picture.ts';
import { variantScales } from '../../src/report/pictures/variant-scales.ts';
import { precisionRecallPoints } from '../../src/report/tables/precision-recall.ts';
import { inkBetween, readPng } from './png.ts';
import { binarySample, decidedSample, fittedSample, sweepSample } from './samples.ts';
import { multiclassSample, quantileSample, regressionSample } from './task-samples.ts';

// Loading the drawing libraries takes seconds on a busy machine.
jest.setTimeout(60_000);

const owned = (pictures: readonly Picture[]) =>
  pictures.map((picture) => ({ ...picture, owner: 'deep &amp; "wide" &lt;5&gt;' }));
const ofVariant = owned(binaryPictures(binarySample));
const ofFit = owned(fittedPictures(fittedSample));
const ofRegression = owned(regressionPictures(regressionSample));
const ofQuantile = owned(regressionPictures(quantileSample));
const ofClasses = owned(multiclassPictures(multiclassSample));
const ofTasks = [...ofRegression, ...ofQuantile, ...ofClasses];
const rules = [
  { by: 'f1' },
  { by: 'fixed', value: 0.7 },
  { by: 'cost', falsePositive: 1, falseNegative: 5 },
  { by: 'capacity', share: 0.05 },
] as const;
const decided = rules.flatMap((rule) =>
  binaryPictures(decidedSample(rule))
    .filter(({ name }) => name === 'threshold' || (name === 'calibration' && rule.by === 'f1'))
    .map(({ name, build }) => ({
      name: `${name}, ${rule.by}`,
      build,
      owner: 'deep &amp; "wide" &lt;5&gt;',
    })),
);
const ofSweep = sweepPictures(sweepSample).map((picture) => ({
  ...picture,
  owner: sweepSample.sweep,
}));

test('the pictures are these', () => {
  expect(ofVariant.map(({ name }) => name)).toEqual([
    'confusion-matrix',
    'roc-curve',
    'precision-recall-curve',
    'calibration',
    'gain-and-lift',
  ]);
  expect(ofFit.map(({ name }) => name)).toEqual(['feature-importance', 'learning-curves']);
  const names = (pictures: readonly Picture[]): string[] => pictures.map(({ name }) => name);
  expect(names(ofRegression)).toEqual([
    'predicted-against-actual',
    'residuals',
    'residuals-by-decile',
    'ae-by-decile',
  ]);
  expect(names(ofQuantile)).toContain('quantile-coverage');
  expect(names(ofQuantile)).not.toContain('ae-by-decile');
  expect(names(ofClasses)).toEqual(['confusion-matrix', 'class-metrics']);
  expect(ofSweep.map(({ name }) => name)).toEqual([
    'parallel-coordinates',
    'score-by-parameter',
    'best-so-far',
  ]);
});

test('a threshold that a rule chose has a picture of its own, and calibrated scores are drawn before and after', () => {
  expect(decided.map(({ name }) => name)).toEqual([
    'calibration, f1',
    'threshold, f1',
    'threshold, fixed',
    'threshold, cost',
    'threshold, capacity',
  ]);
  const { rows } = decided[0]!.build();
  expect(new Set(rows.map(({ scores }) => scores))).toEqual(
    new Set(['calibrated', 'uncalibrated']),
  );
  const confusion = binaryPictures(decidedSample({ by: 'f1' }))[0]!.build();
  expect(JSON.stringify(confusion.spec)).toContain('positive above probability 0.1235 ·');
});

test('a sweep with a fixed point has no pictures of parameters', () => {
  const trials = [{ variant: 'original', index: 0, score: 0.9, params: {} }];
  expect(sweepPictures({ ...sweepSample, trials }).map(({ name }) => name)).toEqual([
    'best-so-far',
  ]);
});

describe.each([...ofVariant, ...ofFit, ...decided, ...ofTasks, ...ofSweep])(
  '$name',
  ({ build, owner }) => {
    test('is drawn without a complaint, with a title, its owner, n, named axes and ink', async () => {
      const { rows, spec } = build();
      expect(rows.length).toBeGreaterThan(0);
      const warnings: string[] = [];
      const { svg, png } = await draw(spec, { onWarning: (text) => warnings.push(text) });
      expect(warnings).toEqual([]);
      expect(svg).toMatch(/^<svg [^]*<\/svg>$/);
      expect(svg).toContain(owner);
      expect(svg).toMatch(/n = \d/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      const pixels = readPng(png);
      // The title stands in the first 40 units, above every line of the picture.
      expect(inkBetween(pixels, 0, 80)).toBeGreaterThan(500);
      expect(inkBetween(pixels, 80, pixels.height)).toBeGreaterThan(2000);
    });

    test('has the same columns in every row of its table', () => {
      const { rows } = build();
      const columns = Object.keys(rows[0]!);
      expect(rows.filter((row) => Object.keys(row).join() !== columns.join())).toEqual([]);
    });
  },
);

test('small samples are drawn too: one row, one trial', async () => {
  const tiny = {
    ...binarySample,
    test: { labels: Uint8Array.of(1), scores: Float32Array.of(0.7) },
  };
  const tinyFit = {
    ...fittedSample,
    curves: { 'train-auc': [0.5] },
    gain: new Map([['x', 1]]),
    shap: { rows: 1, meanAbs: new Map([['x', 0]]) },
  };
  const trial = sweepSample.trials.slice(0, 1);
  const one = { labels: [3], scores: Float32Array.of(2.5) };
  const tinyValues = { ...regressionSample, test: one };
  const tinyClasses = {
    ...multiclassSample,
    test: { labels: [2], scores: Float32Array.of(0.1, 0.2, 0.6, 0.1) },
  };
  const pictures = [
    ...binaryPictures(tiny),
    ...fittedPictures(tinyFit),
    ...regressionPictures(tinyValues),
    ...regressionPictures({ ...tinyValues, quantile: 0.5 }),
    ...multiclassPictures(tinyClasses),
    ...sweepPictures({ ...sweepSample, trials: trial }),
  ];
  for (const { build } of pictures) {
    const { svg } = await draw(build().spec);
    expect(svg).not.toMatch(/NaN|undefined/);
  }
});

const svgOf = async (pictures: readonly Picture[], name: string): Promise<string> => {
  const picture = pictures.find((one) => one.name === name);
  return (await draw(picture!.build().spec)).svg;
};

test('long names that begin alike stay apart', async () => {
  const stem = 'monthly_payment_of_the_customer_in_the_quarter_before_the';
  const gain = new Map([
    [`${stem}_first`, 2],
    [`${stem}_second`, 1],
  ]);
  const fitted = { ...fittedSample, gain, shap: { rows: 9, meanAbs: gain } };
  const svg = await svgOf(fittedPictures(fitted), 'feature-importance');
  expect(svg).toContain('>monthly_payment_of…er_before_the_first<');
  expect(svg).toContain('>monthly_payment_of…r_before_the_second<');
});

test('more than eight variants can be told apart, in black and white too', () => {
  const { color, shape, strokeDash } = variantScales(Array.from({ length: 40 }, String));
  const looks = color.range.map(
    (tone, at) => `${tone} ${shape.range[at]} ${String(strokeDash.range[at])}`,
  );
  expect(new Set(looks).size).toBe(40);
});

test('the best trials of two variants are both seen where they are the same line', async () => {
  const svg = await svgOf(sweepPictures(sweepSample), 'parallel-coordinates');
  const width = (value: number): RegExp => new RegExp(`<path [^>]*stroke-width="${value}"`);
  expect(svg).toMatch(width(6));
  expect(svg).toMatch(
    new RegExp(`${width(2).source}[^>]*stroke-dasharray|stroke-dasharray[^>]*stroke-width="2"`),
  );
  expect(svg.match(/>best trial of</g)).toHaveLength(1);
});

test('rates below 1 are not written in thousandths, a single score without zeros behind', async () => {
  const { labels, scores } = regressionSample.test;
  const few = {
    labels: Array.from(labels, (label) => label / 1000),
    scores: Float64Array.from(scores, (score) => score / 1000),
  };
  const svg = await svgOf(regressionPictures({ ...regressionSample, test: few }), 'ae-by-decile');
  expect(svg).toContain('>0.2<');
  expect(svg).not.toMatch(/>\d+m</);
  const alone = { ...sweepSample, trials: sweepSample.trials.slice(0, 1) };
  expect(await svgOf(sweepPictures(alone), 'best-so-far')).toContain('>0.8<');
});

test('a model without a split: its lift is a line, its importances are 0', async () => {
  const { labels } = binarySample.test;
  const test = { labels, scores: new Float32Array(labels.length).fill(0.3) };
  const svg = await svgOf(binaryPictures({ ...binarySample, test }), 'gain-and-lift');
  // The chance and the lift itself: both from one side of the picture to the other.
  expect(svg.match(/d="M0,0L340,0"/g)).toHaveLength(2);
  const none = {
    ...fittedSample,
    gain: new Map(),
    shap: { rows: 9, meanAbs: new Map([['x', 0]]) },
  };
  const importance = await svgOf(fittedPictures(none), 'feature-importance');
  expect(importance).not.toMatch(/>0\.0+</);
  expect(importance.match(/>0</g)).toHaveLength(2);
});

test('gains of millions are written in millions', async () => {
  const gain = new Map([['x', 4e9]]);
  const fitted = { ...fittedSample, gain, shap: { rows: 9, meanAbs: gain } };
  const svg = await svgOf(fittedPictures(fitted), 'feature-importance');
  expect(svg.match(/>4B</g)).toHaveLength(2);
});

test('of many rows with few positive ones every step is drawn: the curves are those of the whole table', () => {
  // A hundred positive rows, all of them before most of the others.
  const n = 40_000;
  const scores = Float64Array.from({ length: n }, (_, row) => 1 - row / n);
  const labels = Uint8Array.from({ length: n }, (_, row) => Number(row % 7 === 3 && row < 700));
  const drawn = binaryPictures({ ...binarySample, test: { labels, scores } });
  const { spec } = drawn.find(({ name }) => name === 'precision-recall-curve')!.build();
  const [, { data }] = spec.layer as [unknown, { data: { values: Record<string, number>[] } }];
  const whole = precisionRecallPoints({ labels, scores });
  const isNear = (point: Record<string, number | null>, other: Record<string, number>): boolean =>
    ['recall', 'precision'].every((axis) => Math.abs(point[axis]! - other[axis]!) < 0.02);
  expect(data.values.length).toBeLessThanOrEqual(600);
  expect(whole.filter((point) => !data.values.some((one) => isNear(point, one)))).toEqual([]);
});

test('many distinct scores give a table and a picture of bounded size', () => {
  const n = 100_000;
  const scores = Float64Array.from({ length: n }, (_, row) => row / n);
  const labels = Uint8Array.from({ length: n }, (_, row) => Number(row % 7 > 4));
  for (const { name, build } of binaryPictures({ ...binarySample, test: { labels, scores } })) {
    if (!/curve$|gain/.test(name)) continue;
    const { rows, spec } = build();
    expect(rows.length).toBeGreaterThan(3000);
    expect(rows.length).toBeLessThanOrEqual(10_000);
    expect(JSON.stringify(spec).length).toBeLessThan(200_000);
  }
});
