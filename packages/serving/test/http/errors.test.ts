import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { withServer, type Served } from '../support/server.ts';
import { sharedModel } from '../support/shared-model.ts';

const model = sharedModel({ threshold: 0.4 });
const good = { n: 3, region: 'north', children: 2 };

const serving = <T>(run: (served: Served) => Promise<T>, options = {}): Promise<T> =>
  withServer(model(), options, run);

describe('fields at fault', () => {
  const cases: [name: string, body: unknown, pointers: string[]][] = [
    [
      'a text for a number',
      { dataframe_records: [good, { ...good, n: 'x' }] },
      ['/dataframe_records/1/n'],
    ],
    [
      'several at once',
      {
        dataframe_records: [
          { n: [], region: true },
          { ...good, n: {} },
        ],
      },
      [
        '/dataframe_records/0/n',
        '/dataframe_records/0/region',
        '/dataframe_records/0/children',
        '/dataframe_records/1/n',
      ],
    ],
    [
      'in split form',
      { dataframe_split: { columns: ['children', 'n', 'region'], data: [[1, false, 'north']] } },
      ['/dataframe_split/data/0/1'],
    ],
    [
      'in columns',
      { inputs: { n: [1, 'x'], region: ['north', 'north'], children: [0, 1] } },
      ['/inputs/n/1'],
    ],
    [
      'in lists',
      {
        instances: [
          [1, 'north', 0],
          [{}, 'north', 0],
        ],
      },
      ['/instances/1/0'],
    ],
    [
      'a code where the levels are texts',
      { dataframe_records: [good, { ...good, region: 1 }] },
      ['/dataframe_records/1/region'],
    ],
    ['in CSV', 'n,region,children\n1,north,2\n1e,north,2\n', ['/1/n']],
    ['a column that is not there', { dataframe_split: { columns: ['n'], data: [[1]] } }, ['', '']],
    [
      'an infinite number',
      '{"dataframe_records":[{"n":1e999,"region":"north","children":1}]}',
      ['/dataframe_records/0/n'],
    ],
  ];
  test.each(cases)('%s', async (name, body, pointers) => {
    await serving(async ({ post }) => {
      const type = name === 'in CSV' ? 'text/csv' : 'application/json';
      const answer = await post('/invocations', body, { 'content-type': type });
      expect(answer.status).toBe(400);
      const { error_code, errors } = answer.body as {
        error_code: string;
        errors: { pointer: string }[];
      };
      expect(error_code).toBe('INVALID_PARAMETER_VALUE');
      expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    });
  });

  test('at most 20 places come back', async () => {
    await serving(async ({ post }) => {
      const records = Array.from({ length: 50 }, () => ({ ...good, n: 'x' }));
      const { body } = await post('/invocations', { dataframe_records: records });
      expect((body as { errors: unknown[] }).errors).toHaveLength(20);
    });
  });

  test('terse errors name nothing of the model', async () => {
    await serving(
      async ({ post }) => {
        const { text, status } = await post('/invocations', { dataframe_records: [{ n: 'x' }] });
        expect(status).toBe(400);
        expect(text).toBe(
          '{"error_code":"INVALID_PARAMETER_VALUE","message":"the request does not fit the model"}',
        );
      },
      { terseErrors: true },
    );
  });

  test('values never come back, and are not logged', async () => {
    await serving(async ({ post, log }) => {
      const secret = 'ZW-4711-secret';
      const { text } = await post('/invocations', {
        dataframe_records: [{ ...good, n: secret, [secret]: 1 }],
      });
      const csv = await post('/predict', `n,region,children,${secret}\n${secret},a,1,1\n`, {
        'content-type': 'text/csv',
      });
      expect(csv.status).toBe(400);
      for (const said of [text, csv.text, log()]) expect(said).not.toContain(secret);
    });
  });
});

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

describe('limits', () => {
  test('too many bytes, with and without a length, and too many rows are 413', async () => {
    await serving(
      async ({ post, url }) => {
        const long = JSON.stringify({ dataframe_records: [{ ...good, note: 'x'.repeat(5000) }] });
        expect(await post('/invocations', long)).toMatchObject({
          status: 413,
          body: { error_code: 'RESOURCE_EXHAUSTED' },
        });
        const stream = new Blob([long]).stream();
        const chunked = await fetch(`${url}/invocations`, {
          method: 'POST',
          body: stream,
          duplex: 'half',
          headers: { 'content-type': 'application/json' },
        });
        expect(chunked.status).toBe(413);
        for (const body of [
          { dataframe_records: [good, good, good, good] },
          { inputs: { n: [1, 2, 3, 4] } },
        ]) {
          expect((await post('/invocations', body)).status).toBe(413);
        }
        const csv = 'n,region,children\n1,a,1\n1,a,1\n1,a,1\n1,a,1\n';
        expect((await post('/invocations', csv, { 'content-type': 'text/csv' })).status).toBe(413);
      },
      { bodyLimit: 4000, maxRows: 3 },
    );
  });

  test('a request that comes too slowly is cut off, and others are answered meanwhile', async () => {
    await serving(
      async ({ post, url }) => {
        const { hostname, port } = new URL(url);
        const socket = connect(Number(port), hostname);
        let said = '';
        socket.on('data', (chunk) => (said += chunk.toString())).on('error', () => undefined);
        socket.write(
          'POST /invocations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
        );
        const closed = new Promise((resolve) => socket.once('close', resolve));
        expect((await post('/invocations', { dataframe_records: [good] })).status).toBe(200);
        await closed;
        expect(said).toContain('408');
      },
      { requestTimeoutMs: 300, headersTimeoutMs: 300 },
    );
  }, 10_000);
});

describe('who may ask', () => {
  const token = 'a-token-of-some-length';

  test('with a token only who has it; the probes and the page need none', async () => {
    await serving(
      async ({ get, post, log }) => {
        for (const path of ['/schema', '/metrics', '/version', '/nothing'])
          expect((await get(path)).status).toBe(401);
        expect((await post('/invocations', { dataframe_records: [good] })).status).toBe(401);
        for (const wrong of [token.slice(1), `${token}x`, `${token.slice(0, -1)}!`, '']) {
          const answer = await get('/schema', { authorization: `Bearer ${wrong}` });
          expect(answer.status).toBe(401);
          expect(answer.headers.get('www-authenticate')).toBe('Bearer');
        }
        expect((await get('/schema', { authorization: `Basic ${token}` })).status).toBe(401);
        expect((await get('/schema', { authorization: `bearer ${token}` })).status).toBe(200);
        for (const path of ['/ping', '/health', '/', '/page/main.js'])
          expect((await get(path)).status).toBe(200);
        expect(log()).not.toContain(token.slice(1));
      },
      { token },
    );
  });

  test('unknown routes and wrong verbs say what there is', async () => {
    await serving(async ({ get, post }) => {
      expect(await get('/nothing?secret=1')).toMatchObject({
        status: 404,
        body: { error_code: 'ENDPOINT_NOT_FOUND' },
      });
      const wrong = await get('/predict');
      expect(wrong.status).toBe(405);
      expect(wrong.headers.get('allow')).toBe('POST');
      expect((await post('/schema', {})).status).toBe(405);
    });
  });
});
