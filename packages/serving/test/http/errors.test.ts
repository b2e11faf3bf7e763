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
