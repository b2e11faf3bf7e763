import { expect, test } from '@jest/globals';
import { withServer } from '../support/server.ts';
import { sharedFolder } from '../support/shared-model.ts';
import { writeSmallAverage, writeSmallModel } from '../support/small-model.ts';

const folder = sharedFolder();

interface Explained {
  readonly scale: string;
  readonly model: { run_id: string };
  readonly explanations: {
    prediction: number;
    probabilities?: number[];
    label: string | number | null;
    unseen_levels: number;
    bias: number;
    margin: number;
    reasons: { feature: string; value: unknown; contribution: number }[];
    others: number;
  }[];
}

const rows = [
  { n: 3, region: 'south, or so', children: 2 },
  { n: 39, region: null, children: 0 },
  { n: 20, region: 'nowhere', children: '1' },
];

test.each([1, 2, 50])(
  'with %d reasons a row, bias, reasons and the others are the margin',
  async (top) => {
    const model = await writeSmallModel(folder(), `binary-${top}`);
    await withServer(model, {}, async ({ post }) => {
      const { body, status } = await post(`/explain?top=${top}`, { dataframe_records: rows });
      expect(status).toBe(200);
      const { explanations, model: block, scale } = body as Explained;
      expect(scale).toBe('margin');
      expect(block.run_id).toBe(`run-of-binary-${top}`);
      const { predictions } = (await post('/invocations', { dataframe_records: rows })).body as {
        predictions: number[];
      };
      explanations.forEach(({ bias, label, margin, others, prediction, reasons }, row) => {
        const sum =
          bias + others + reasons.reduce((all, { contribution }) => all + contribution, 0);
        expect(Math.abs(sum - margin)).toBeLessThan(1e-5);
        expect(prediction).toBe(predictions[row]);
        expect(1 / (1 + Math.exp(-margin))).toBeCloseTo(prediction, 5);
        expect(label).toBe(prediction > 0.5 ? 'yes' : 'no');
        const sizes = reasons.map(({ contribution }) => Math.abs(contribution));
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        if (top === 1) expect(reasons).toHaveLength(1);
        if (top === 50) expect(others).toBe(0);
      });
      expect(explanations.map(({ unseen_levels }) => unseen_levels)).toEqual([0, 0, 1]);
      const region = explanations[0]?.reasons.find(({ feature }) => feature === 'region');
      expect(region).toMatchObject({ value: 'south, or so' });
    });
  },
);

test('of several classes the likeliest is explained; other forms of body give the same', async () => {
  const model = await writeSmallModel(folder(), 'several', { objective: 'multi:softprob' });
  await withServer(model, {}, async ({ post }) => {
    const { body } = await post('/explain', { dataframe_records: rows });
    const names = Object.keys(rows[0]!) as (keyof (typeof rows)[0])[];
    const split = { columns: names, data: rows.map((row) => names.map((name) => row[name])) };
    expect((await post('/explain', { dataframe_split: split })).body).toEqual(body);
    const { explanations } = body as Explained;
    expect(explanations).toHaveLength(rows.length);
    for (const { label, prediction, probabilities = [] } of explanations) {
      expect(prediction).toBe(Math.max(...probabilities));
      expect(probabilities[Number(label)]).toBe(prediction);
    }
  });
});

test('of an average the reasons are parts of the probability itself', async () => {
  const path = await writeSmallAverage(folder(), 'average');
  await withServer(path, {}, async ({ post }) => {
    const { scale, explanations } = (await post('/explain?top=1', { dataframe_records: rows }))
      .body as Explained;
    expect(scale).toBe('prediction');
    expect(explanations).toHaveLength(rows.length);
    for (const { bias, others, prediction, reasons } of explanations) {
      const sum = bias + others + reasons.reduce((all, { contribution }) => all + contribution, 0);
      expect(Math.abs(sum - prediction)).toBeLessThan(1e-5);
    }
  });
});

test('more rows than can be explained in time are refused', async () => {
  const model = await writeSmallModel(folder(), 'many');
  await withServer(model, {}, async ({ post }) => {
    const many = { dataframe_records: Array.from({ length: 1001 }, () => rows[0]) };
    expect((await post('/explain', many)).status).toBe(413);
  });
});
