import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { collect } from '../../src/call/collect.ts';
import { where } from '../../src/search/filter.ts';
import { orderBy } from '../../src/search/order.ts';
import { liveClient, unique } from './live-client.ts';

const client = liveClient();
const name = unique("registry's");
let experimentId: string;
let from: { source: string; runId: string };
beforeAll(async () => {
  experimentId = (await client.experiments.ensure(unique('registry'))).experiment_id;
  const run = await client.runs.create({ experimentId });
  from = { source: `${run.info.artifact_uri}/model`, runId: run.info.run_id };
}, 30_000);
afterAll(() => client.close());

describe('logged models', () => {
  test('more params than one request holds; finalizing; tags; search over several pages', async () => {
    const params = Object.fromEntries(Array.from({ length: 205 }, (_, i) => [`p${i}`, `v${i}`]));
    const model = await client.loggedModels.create({
      experimentId,
      name: 'm',
      modelType: 'xgboost',
      params,
      tags: { a: 'b' },
    });
    expect(model.info.status).toBe('LOGGED_MODEL_PENDING');
    expect(Object.fromEntries(model.data.params.map((param) => [param.key, param.value]))).toEqual(
      params,
    );
    expect((await client.loggedModels.finalize(model.info.model_id, 'READY')).info.status).toBe(
      'LOGGED_MODEL_READY',
    );
    await client.loggedModels.setTags(model.info.model_id, { c: 'd' });
    const { info } = await client.loggedModels.get(model.info.model_id);
    expect(info.artifact_uri).toMatch(
      new RegExp(`^mlflow-artifacts:/${experimentId}/models/${info.model_id}/artifacts$`),
    );
    expect(info.tags).toEqual(
      expect.arrayContaining([
        { key: 'a', value: 'b' },
        { key: 'c', value: 'd' },
      ]),
    );
    const failed = await client.loggedModels.create({ experimentId, name: 'broken' });
    expect(
      (await client.loggedModels.finalize(failed.info.model_id, 'UPLOAD_FAILED')).info.status,
    ).toBe('LOGGED_MODEL_UPLOAD_FAILED');

    for (let n = 0; n < 52; n += 4) {
      await Promise.all(
        [0, 1, 2, 3].map(() => client.loggedModels.create({ experimentId, name: 'many' })),
      );
    }
    const found = await collect(
      client.loggedModels.search({
        experimentIds: [experimentId],
        filter: where.field('name').eq('many'),
      }),
    );
    expect(new Set(found.map((one) => one.info.model_id)).size).toBe(52);
    await client.loggedModels.delete(failed.info.model_id);
    await expect(client.loggedModels.get(failed.info.model_id)).rejects.toMatchObject({
      name: 'ResourceNotFoundError',
    });
  }, 60_000);
});

describe('registered models and versions', () => {
  test('ensured by many at once, it is one model', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, () => client.registeredModels.ensure(name, { description: 'd' })),
    );
    expect(new Set(made.map((model) => model.creation_timestamp)).size).toBe(1);
    expect(made[0]).toMatchObject({ name, tags: [], aliases: [], latest_versions: [] });
    const models = await collect(
      client.registeredModels.search({ filter: where.field('name').eq(name) }),
    );
    expect(models.map((model) => model.name)).toEqual([name]);
  }, 30_000);

  test('versions are READY, found by name and tag, described, deleted', async () => {
    await client.registeredModels.ensure(name);
    const first = await client.modelVersions.create({ name, ...from, tags: { digest: 'abc' } });
    const second = await client.modelVersions.create({ name, ...from, description: 'second' });
    expect([first.version, first.status, second.version]).toEqual(['1', 'READY', '2']);
    await client.modelVersions.setTag(name, '2', 'it', "a 'quoted' tag");
    expect(
      (await client.modelVersions.update(name, '2', { description: 'changed' })).description,
    ).toBe('changed');
    const versions = async (filter = where.field('name').eq(name)) =>
      (
        await collect(
          client.modelVersions.search({ filter, orderBy: [orderBy.field('version_number').asc()] }),
        )
      ).map((one) => one.version);
    expect(await versions()).toEqual(['1', '2']);
    expect(
      await versions(where.field('name').eq(name).and(where.tag('it').eq("a 'quoted' tag"))),
    ).toEqual(['2']);
    await client.modelVersions.deleteTag(name, '2', 'it');
    await client.modelVersions.deleteTag(name, '2', 'it');
    expect((await client.modelVersions.get(name, '2')).tags).not.toContainEqual(
      expect.objectContaining({ key: 'it' }),
    );
    await client.modelVersions.delete(name, '2');
    expect(await versions()).toEqual(['1']);
    await expect(client.modelVersions.get(name, '2')).rejects.toMatchObject({
      name: 'ResourceNotFoundError',
    });
  }, 30_000);

  test('aliases: absent is null, set, moved, deleted; a model that is not there is an error', async () => {
    const model = unique('aliased');
    await client.registeredModels.ensure(model);
    await client.modelVersions.create({ name: model, ...from });
    await client.modelVersions.create({ name: model, ...from });
    expect(await client.modelVersions.getByAlias(model, 'champion')).toBeNull();
    await client.registeredModels.setAlias(model, 'champion', '1');
    await client.registeredModels.setAlias(model, 'champion', '2');
    expect((await client.modelVersions.getByAlias(model, 'champion'))?.version).toBe('2');
    expect((await client.registeredModels.get(model)).aliases).toEqual([
      { alias: 'champion', version: '2' },
    ]);
    await client.registeredModels.deleteAlias(model, 'champion');
    await client.registeredModels.deleteAlias(model, 'champion');
    expect(await client.modelVersions.getByAlias(model, 'champion')).toBeNull();
    await expect(client.registeredModels.setAlias(model, 'latest', '1')).rejects.toMatchObject({
      name: 'EncodingError',
    });
    await expect(client.modelVersions.getByAlias(unique('none'), 'champion')).rejects.toMatchObject(
      { name: 'ResourceNotFoundError' },
    );
    await client.registeredModels.setTag(model, 'team', 'claims');
    expect((await client.registeredModels.get(model)).tags).toEqual([
      { key: 'team', value: 'claims' },
    ]);
    expect(
      (await client.registeredModels.update(model, { description: 'claims' })).description,
    ).toBe('claims');
    const renamed = `${model} renamed`;
    expect(await client.registeredModels.rename(model, renamed)).toMatchObject({
      name: renamed,
      description: 'claims',
      tags: [{ key: 'team', value: 'claims' }],
    });
    await expect(client.registeredModels.rename(renamed, name)).rejects.toMatchObject({
      name: 'AlreadyExistsError',
    });
    await client.registeredModels.delete(renamed);
    await expect(client.registeredModels.get(model)).rejects.toMatchObject({
      name: 'ResourceNotFoundError',
    });
  }, 30_000);
});
