import { expect, test } from '@jest/globals';
import { withServer } from '../support/server.ts';
import { sharedFolder } from '../support/shared-model.ts';
import { writeSmallModel } from '../support/small-model.ts';

const folder = sharedFolder();
const good = { n: 3, region: 'north', children: 2 };

test.each([
  [
    'multi:softprob',
    ['probability_0', 'probability_1', 'probability_2', 'prediction', 'unseen_levels'],
  ],
  ['reg:squarederror', ['prediction', 'unseen_levels']],
] as const)('%s', async (objective, columns) => {
  const other = await writeSmallModel(folder(), objective.replace(':', '-'), { objective });
  await withServer(other, {}, async ({ post }) => {
    const body = { dataframe_records: [good, good] };
    expect((await post('/predict', body)).body).toMatchObject({ columns });
    const { predictions } = (await post('/invocations', body)).body as { predictions: unknown[] };
    expect(predictions).toHaveLength(2);
    if (objective === 'multi:softprob') expect(predictions[0]).toHaveLength(3);
    const none = await post('/predict', { dataframe_records: [] });
    expect(none.body).toMatchObject({ columns, data: [] });
  });
});

test('several values a row that are no classes: /invocations gives them, what needs names says so', async () => {
  const other = await writeSmallModel(folder(), 'quantiles', { objective: 'reg:quantileerror' });
  await withServer(other, {}, async ({ post }) => {
    const body = { dataframe_records: [good] };
    const { predictions } = (await post('/invocations', body)).body as { predictions: unknown[] };
    expect(predictions).toEqual([[expect.any(Number), expect.any(Number)]]);
    for (const [path, message] of [
      ['/predict', 'a model with several values a row (reg:quantileerror) · the body · ask'],
      ['/explain', 'a model with 2 values a row is not explained · the body · train one model'],
    ] as const) {
      const answer = await post(path, body);
      expect(answer.status).toBe(400);
      expect((answer.body as { message: string }).message).toContain(message);
    }
  });
});

test('a column to keep with the name of one of the answer is refused', async () => {
  const model = await writeSmallModel(folder(), 'keep');
  await withServer(model, {}, async ({ post }) => {
    const csv = 'n,region,children,prediction\n1,north,2,yes\n';
    const type = { 'content-type': 'text/csv' };
    expect((await post('/predict', csv, type)).status).toBe(200);
    const { body, status } = await post('/predict?keep=all', csv, type);
    expect(status).toBe(400);
    expect((body as { message: string }).message).toMatch(
      /^a column "prediction" cannot be kept .* · rename it, or leave keep out$/,
    );
  });
});
