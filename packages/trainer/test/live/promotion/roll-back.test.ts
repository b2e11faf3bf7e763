import { describe, expect, test } from '@jest/globals';
import { candidateOf, promoteVersion, rollBack } from '../../../src/promotion/index.ts';
import { bad, GateScene, good } from './gate-scene.ts';

const scene = new GateScene('way-back');
const { client } = scene;

describe('the way back', () => {
  test('rollback goes to the previous version, twice is once; to another by its number', async () => {
    await scene.register(bad);
    await scene.register(good);
    await promoteVersion(client, {
      name: scene.model,
      version: '1',
      directory: scene.folder,
      force: { reason: 'try' },
    });
    const back = await rollBack(client, { name: scene.model, by: 'ada', reason: 'drift' });
    expect(back).toMatchObject({ from: '1', to: '2', already: false });
    expect(back.example).toBeGreaterThan(0);
    expect(await scene.state()).toEqual({
      champion: '2',
      challenger: undefined,
      previous: '1',
      entries: [
        'promote - 1 done',
        'promote 1 2 done',
        'promote 2 1 done forced',
        'rollback 1 2 done',
      ],
    });
    for (const to of [undefined, '02']) {
      const twice = await rollBack(client, { name: scene.model, to });
      expect(twice).toMatchObject({ to: '2', already: true });
    }
    expect((await scene.state()).entries).toHaveLength(4);
    expect((await rollBack(client, { name: scene.model, to: '1' })).already).toBe(false);
    expect((await scene.state()).entries).toHaveLength(5);
  }, 60_000);

  test('a version that does not load is not gone back to', async () => {
    await scene.register(bad, {}, { own: true });
    await scene.register(good);
    await scene.spoil('1');
    const before = await scene.state();
    await expect(rollBack(client, { name: scene.model })).rejects.toThrow(
      /has changed since it was written/,
    );
    expect(await scene.state()).toEqual(before);
  }, 60_000);

  test('nowhere to go back to', async () => {
    await scene.register(good);
    await expect(rollBack(client, { name: scene.model })).rejects.toThrow(
      /^nothing to go back to: .* has no alias previous · /,
    );
    await expect(candidateOf(client, { name: scene.model })).rejects.toThrow(
      /has no alias challenger/,
    );
    await expect(rollBack(client, { name: scene.model, to: '9' })).rejects.toThrow();
  }, 30_000);
});
