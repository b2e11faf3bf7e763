import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { collect } from '../../src/call/collect.ts';
import { where, type Filter } from '../../src/search/filter.ts';
import { orderBy } from '../../src/search/order.ts';
import { liveClient, unique } from './live-client.ts';

const client = liveClient();
let experimentId: string;
beforeAll(async () => {
  experimentId = (await client.experiments.ensure(unique('search'))).experiment_id;
}, 30_000);
afterAll(() => client.close());

const find = async (filter: Filter) =>
  (await collect(client.runs.search({ experimentIds: [experimentId], filter }))).map(
    (run) => run.info.run_id,
  );

const pieces = [
  "'",
  '"',
  '`',
  '\\',
  ' ',
  ';',
  '--',
  '/*',
  '(',
  ')',
  ',',
  '%',
  '.',
  'a',
  'É',
  '\n',
  '=',
  ' AND ',
  ' OR ',
  '$',
  '😀',
  'null',
  '1e5',
  '[',
  '{',
];
const value = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
const key = fc
  .array(fc.constantFrom('a', 'B', '.x', ' b', '-1', '_', 'é', 'AND', 'select', ':'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => `k${parts.join('')}`);

describe('what was logged is found again', () => {
  test('for any key and any value that the grammar can express', async () => {
    let expressed = 0;
    await fc.assert(
      fc.asyncProperty(key, value, value, async (name, param, tag) => {
        let filter: Filter;
        let text: string;
        try {
          filter = where.param(name).eq(param).and(where.tag(name).eq(tag));
          text = String(filter);
        } catch (error) {
          const both = [param, tag].some((one) => one.includes("'") && one.includes('"'));
          const slashes = [param, tag].every((one) => one.endsWith('\\'));
          expect({ error: (error as Error).name, explained: both || slashes }).toEqual({
            error: 'EncodingError',
            explained: true,
          });
          return;
        }
        expressed += 1;
        const run = await client.runs.create({ experimentId });
        await client.runs.logBatch(run.info.run_id, {
          params: { [name]: param },
          tags: { [name]: tag },
        });
        expect({ text, found: await find(filter) }).toEqual({
          text,
          found: expect.arrayContaining([run.info.run_id]),
        });
        expect(
          await find(where.runId().in([run.info.run_id]).and(where.param(name).ne(param))),
        ).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(expressed).toBeGreaterThan(10);
  }, 120_000);

  test('a value with both kinds of quotes is refused here, because the server would read another one', () => {
    expect(() => where.tag('a').eq(`it's "x"`)).toThrow('holds both kinds of quotes');
  });
});

describe('comparisons', () => {
  let low: string;
  let high: string;
  let bare: string;
  beforeAll(async () => {
    const make = async (f1: number | undefined, runName: string, startTime: number) => {
      const run = await client.runs.create({
        experimentId,
        runName,
        startTime,
        tags: { table: 'yes' },
      });
      const id = run.info.run_id;
      await client.runs.logBatch(id, {
        params: { 'max depth': `x${f1}` },
        metrics: f1 === undefined ? [] : [{ key: 'f1-score', value: f1 }],
      });
      return id;
    };
    low = await make(0.25, 'Low', 1000);
    high = await make(1e21, 'High', 2000);
    bare = await make(undefined, 'Bare', 3000);
    await client.runs.logInputs(low, [
      { name: 'claims', digest: 'd', sourceType: 'local', source: {}, context: 'training' },
    ]);
  }, 30_000);

  test.each<[string, () => Filter, () => string[]]>([
    ['metric gt', () => where.metric('f1-score').gt(1e20), () => [high]],
    ['metric lte', () => where.metric('f1-score').lte(0.25), () => [low]],
    ['metric ne a negative number', () => where.metric('f1-score').ne(-1e-7), () => [low, high]],
    ['param like', () => where.param('max depth').like('x0%'), () => [low]],
    ['param ilike', () => where.param('max depth').ilike('X1E+%'), () => [high]],
    ['param ne', () => where.param('max depth').ne('x0.25'), () => [high, bare]],
    ['tag absent', () => where.tag('nothing').absent(), () => [low, high, bare]],
    ['tag exists', () => where.tag('nothing').exists(), () => []],
    ['run name', () => where.attribute('run_name').eq('Bare'), () => [bare]],
    ['status', () => where.attribute('status').eq('RUNNING'), () => [low, high, bare]],
    [
      'time',
      () => where.time('start_time').gte(2000).and(where.time('start_time').lt(3000)),
      () => [high],
    ],
    ['run id in a list', () => where.runId().in([low, bare]), () => [low, bare]],
    [
      'dataset',
      () =>
        where
          .dataset('context')
          .eq('training')
          .and(where.dataset('name').in(['claims', 'x'])),
      () => [low],
    ],
  ])('%s', async (_, filter, expected) => {
    const found = await find(where.tag('table').eq('yes').and(filter()));
    expect(found.sort()).toEqual(expected().sort());
  });

  test.each<[string, () => ReturnType<typeof orderBy.metric>, () => string[]]>([
    ['by a metric', () => orderBy.metric('f1-score'), () => [low, high]],
    ['by a param', () => orderBy.param('max depth'), () => [low, high, bare]],
    ['by start time', () => orderBy.attribute('start_time'), () => [low, high, bare]],
    ['by name', () => orderBy.attribute('run_name'), () => [bare, high, low]],
  ])('%s, both ways', async (_, column, expected) => {
    const sorted = async (order: ReturnType<typeof orderBy.metric>['asc']) => {
      const filter = where.tag('table').eq('yes');
      const runs = client.runs.search({
        experimentIds: [experimentId],
        filter,
        orderBy: [order()],
        maxResults: 1000,
      });
      return (await collect(runs))
        .map((run) => run.info.run_id)
        .filter((id) => expected().includes(id));
    };
    expect(await sorted(() => column().asc())).toEqual(expected());
    expect(await sorted(() => column().desc())).toEqual(expected().reverse());
  });

  test('maxResults ends the iteration', async () => {
    const runs = client.runs.search({ experimentIds: [experimentId], maxResults: 2 });
    expect(await collect(runs)).toHaveLength(2);
  });
});
