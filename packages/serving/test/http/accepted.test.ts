import { describe, expect, test } from '@jest/globals';
import { withServer, type Served } from '../support/server.ts';
import { sharedModel } from '../support/shared-model.ts';

const model = sharedModel({ threshold: 0.4 });
const good = { n: 3, region: 'north', children: 2 };

const serving = <T>(run: (served: Served) => Promise<T>, options = {}): Promise<T> =>
  withServer(model(), options, run);

describe('what is accepted', () => {
  test('integer levels as numbers or texts, new levels as missing, null anywhere, in any order of keys', async () => {
    await serving(async ({ post, get }) => {
      const rows = [
        good,
        { children: '2', region: 'north', n: '3', note: 'ignored' },
        { n: null, region: null, children: null },
        { n: null, region: 'nowhere', children: 99 },
      ];
      const { body, status } = await post('/predict', { dataframe_records: rows });
      expect(status).toBe(200);
      const { columns, data } = body as { columns: string[]; data: unknown[][] };
      expect(columns).toEqual(['probability', 'prediction', 'unseen_levels']);
      expect(data[0]).toEqual(data[1]);
      expect(data[2]?.[0]).toBe(data[3]?.[0]);
      expect(data.map((row) => row[2])).toEqual([0, 0, 0, 2]);
      expect((await get('/metrics')).text).toContain(
        'xgflow_unseen_levels_total{feature="region"} 1',
      );
    });
  });

  test('the class is decided by the stored threshold, and every answer says which model it is of', async () => {
    await serving(async ({ post, get }) => {
      const rows = Array.from({ length: 41 }, (_, n) => ({ ...good, n, region: 'south, or so' }));
      const { body, headers } = await post('/predict', { dataframe_records: rows });
      const { data, model: block } = body as {
        data: [number, string][];
        model: Record<string, unknown>;
      };
      for (const [probability, label] of data) expect(label).toBe(probability > 0.4 ? 'yes' : 'no');
      expect(block).toMatchObject({ run_id: 'run-of-m', threshold: 0.4, name: null });
      expect(headers.get('x-xgflow-run-id')).toBe('run-of-m');
      expect(headers.get('x-xgflow-threshold')).toBe('0.4');
      const schema = (await get('/schema')).body as Record<string, unknown>;
      expect(schema).toMatchObject({
        kind: 'binary',
        target: 'y',
        classes: ['no', 'yes'],
        threshold: 0.4,
      });
      expect(schema.record).toMatchObject({
        required: ['n', 'region', 'children'],
        properties: {
          n: { type: ['integer', 'null'], 'x-training': { min: 0, max: 40 } },
          region: { enum: ['north', 'south, or so', 'Ü', null] },
          children: { enum: [0, 1, 2, 3, null] },
        },
      });
      // Medians and the most frequent levels.
      expect(schema.example).toEqual({ n: 19, region: 'north', children: 0 });
      const example = await post('/invocations', { dataframe_records: [schema.example] });
      expect(example.status).toBe(200);
    });
  });

  test('a CSV body gives what the same rows give as JSON, with its own columns when asked', async () => {
    await serving(async ({ post }) => {
      const csv = 'note,n,region,children\n"a,b",3,north,2\n,,"south, or so",\n';
      const type = { 'content-type': 'text/csv; charset=utf-8' };
      const { body } = await post('/predict?keep=all', csv, type);
      const json = await post('/predict', {
        dataframe_records: [good, { n: null, region: 'south, or so', children: null }],
      });
      const { columns, data } = body as { columns: string[]; data: unknown[][] };
      expect(columns.slice(3)).toEqual(['note', 'n', 'region', 'children']);
      expect(data.map((row) => row.slice(0, 3))).toEqual((json.body as { data: unknown[][] }).data);
      expect(data[0]?.slice(3)).toEqual(['a,b', '3', 'north', '2']);
    });
  });

  test('a body of a thousand rows gives the same numbers on a worker as row by row', async () => {
    await serving(async ({ post }) => {
      const rows = Array.from({ length: 1000 }, (_, i) => ({
        n: i % 41,
        region: ['north', 'Ü'][i % 2],
        children: i % 4,
      }));
      const all = (await post('/invocations', { dataframe_records: rows })).body as {
        predictions: number[];
      };
      expect(all.predictions).toHaveLength(1000);
      for (const at of [0, 1, 40, 999]) {
        const one = (await post('/invocations', { dataframe_records: [rows[at]] })).body;
        expect(one).toEqual({ predictions: [all.predictions[at]] });
      }
    });
  });
});
