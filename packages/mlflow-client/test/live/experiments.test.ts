import { afterAll, describe, expect, test } from '@jest/globals';
import { collect } from '../../src/call/collect.ts';
import { where } from '../../src/search/filter.ts';
import { liveClient, unique } from './live-client.ts';

const client = liveClient();
afterAll(() => client.close());

describe('experiments', () => {
  test('ensured by many at once, it is one experiment', async () => {
    const name = unique('ensure');
    const clients = Array.from({ length: 8 }, () => liveClient());
    const ids = await Promise.all(
      clients.map(async (one) => (await one.experiments.ensure(name)).experiment_id),
    );
    clients.forEach((one) => one.close());
    expect(new Set(ids).size).toBe(1);
  });

  test('a deleted name is reported with its id, never replaced; restored it is the same experiment', async () => {
    const name = unique('deleted');
    const { experiment_id: id } = await client.experiments.ensure(name);
    await client.experiments.delete(id);
    await expect(client.experiments.ensure(name)).rejects.toMatchObject({
      name: 'ExperimentDeletedError',
      experimentId: id,
      experimentName: name,
      hint: expect.stringContaining(`--experiment-id ${id}`),
    });
    await client.experiments.restore(id);
    expect((await client.experiments.ensure(name)).experiment_id).toBe(id);
  });

  test('absent by name is null, absent by id is an error', async () => {
    expect(await client.experiments.getByName(unique('nobody'))).toBeNull();
    await expect(client.experiments.get('123456789')).rejects.toMatchObject({
      name: 'ResourceNotFoundError',
      status: 404,
    });
  });

  test('tags, renaming and search', async () => {
    const name = unique("it's");
    const created = await client.experiments.ensure(name, { tags: { team: 'claims' } });
    await client.experiments.setTag(created.experiment_id, 'stage', 'a "b"');
    await client.experiments.update(created.experiment_id, { name: `${name}!` });
    await client.experiments.setTag(created.experiment_id, 'gone', 'x');
    await client.experiments.deleteTag(created.experiment_id, 'gone');
    await expect(client.experiments.deleteTag(created.experiment_id, 'gone')).rejects.toMatchObject(
      { name: 'ResourceNotFoundError' },
    );
    const found = await collect(
      client.experiments.search({ filter: where.field('name').eq(`${name}!`) }),
    );
    expect(found.map((one) => one.experiment_id)).toEqual([created.experiment_id]);
    expect(found[0]?.tags).toEqual(
      expect.arrayContaining([
        { key: 'team', value: 'claims' },
        { key: 'stage', value: 'a "b"' },
      ]),
    );
    expect(found[0]?.tags).not.toContainEqual(expect.objectContaining({ key: 'gone' }));
  });
});
