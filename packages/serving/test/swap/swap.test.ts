import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { ModelSource } from '../../src/live/model-source.ts';
import { withServer, type Answer, type Served } from '../support/server.ts';
import { sharedFolder } from '../support/shared-model.ts';
import { writeSmallModel } from '../support/small-model.ts';

const folder = sharedFolder();
const directories: Record<string, string> = {};
const row = { n: 3, region: 'south, or so', children: 2 };
const small = { dataframe_records: [row] };
const large = { dataframe_records: Array.from({ length: 400 }, () => row) };

beforeAll(async () => {
  directories['1'] = await writeSmallModel(folder(), 'one');
  directories['2'] = await writeSmallModel(folder(), 'two', { inverted: true });
  const corrupt = await writeSmallModel(folder(), 'corrupt', { rounds: 9 });
  const bytes = await readFile(join(corrupt, 'model.ubj'));
  await writeFile(join(corrupt, 'model.ubj'), bytes.subarray(0, bytes.length / 2));
  directories['3'] = corrupt;
  directories['4'] = join(folder(), 'not there');
});

/** A registry whose alias is a variable. */
class Alias implements ModelSource {
  readonly uri = 'models:/small@champion';
  points: string | undefined = '1';
  fails = false;
  readonly version = (): Promise<string | undefined> =>
    this.fails ? Promise.reject(new Error('no answer')) : Promise.resolve(this.points);
  readonly fetch = () =>
    Promise.resolve({
      directory: directories[this.points!]!,
      name: 'small',
      version: this.points!,
    });
}

/** Asks without a pause until told to stop. */
function load({ post }: Served, clients: number): () => Promise<Answer[]> {
  let going = true;
  const ask = async (client: number): Promise<Answer[]> => {
    const answers: Answer[] = [];
    while (going) answers.push(await post('/invocations', client % 2 === 0 ? small : large));
    return answers;
  };
  const asking = Array.from({ length: clients }, (_, client) => ask(client));
  return async () => {
    going = false;
    return (await Promise.all(asking)).flat();
  };
}

const valueOf = ({ body }: Answer): number => (body as { predictions: number[] }).predictions[0]!;

test('a swap under load: every request is answered, each by exactly one version', async () => {
  const alias = new Alias();
  await withServer(alias, { workers: 2 }, async (served) => {
    const { server, post, get } = served;
    const one = valueOf(await post('/invocations', small));
    const stop = load(served, 6);
    alias.points = '2';
    await server.checkAlias();
    expect(server.model.version).toBe('2');
    const two = valueOf(await post('/invocations', small));
    alias.points = '1';
    await server.checkAlias();
    const answers = await stop();
    expect(two).not.toBe(one);
    const expected: Record<string, number> = { '1': one, '2': two };
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      const { predictions } = answer.body as { predictions: number[] };
      const version = answer.headers.get('x-xgflow-model-version')!;
      expect(new Set(predictions)).toEqual(new Set([expected[version]]));
    }
    expect(new Set(answers.map(({ headers }) => headers.get('x-xgflow-model-version')))).toEqual(
      new Set(['1', '2']),
    );
    expect((await get('/metrics')).text).toContain('xgflow_model_swaps_total{result="swapped"} 2');
    expect((await get('/metrics')).text).toContain(
      'xgflow_model_info{uri="models:/small@champion",name="small",version="1"',
    );
  });
}, 60_000);

test.each([
  ['3', 'has changed since it was written'],
  ['4', 'MLmodel'],
])(
  'version %s, which does not load, is refused once; the one before goes on',
  async (version, reason) => {
    const alias = new Alias();
    await withServer(alias, {}, async (served) => {
      const { server, log, get } = served;
      const stop = load(served, 2);
      alias.points = version;
      await server.checkAlias();
      await server.checkAlias();
      expect((await stop()).every(({ status }) => status === 200)).toBe(true);
      expect(server.model.version).toBe('1');
      const refusals = log()
        .split('\n')
        .filter((line) => line.includes('a version was refused'));
      expect(refusals).toHaveLength(1);
      expect(refusals[0]).toContain(reason);
      expect((await get('/metrics')).text).toContain(
        'xgflow_model_swaps_total{result="refused"} 1',
      );
      alias.points = '2';
      await server.checkAlias();
      expect(server.model.version).toBe('2');
    });
  },
  60_000,
);

test('without an answer of the registry, or without the alias, the version goes on; said once', async () => {
  const alias = new Alias();
  await withServer(alias, {}, async ({ server, log, post }) => {
    const said = (): number => log().split('the alias could not be read').length - 1;
    alias.fails = true;
    await server.checkAlias();
    await server.checkAlias();
    expect(said()).toBe(1);
    alias.fails = false;
    await server.checkAlias();
    alias.points = undefined;
    await server.checkAlias();
    expect(said()).toBe(2);
    expect((await post('/invocations', small)).status).toBe(200);
    expect(server.model.version).toBe('1');
  });
}, 30_000);

test('the alias is looked at by itself', async () => {
  const alias = new Alias();
  await withServer(alias, { pollMs: 20 }, async ({ server }) => {
    alias.points = '2';
    while (server.model.version !== '2') await new Promise((resolve) => setTimeout(resolve, 20));
  });
}, 30_000);
