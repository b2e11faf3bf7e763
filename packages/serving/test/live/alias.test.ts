import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { MlflowClient } from '@xgflow/mlflow-client';
import { registrySource } from '../../src/live/model-source.ts';
import { withServer } from '../support/server.ts';
import { withFolder, writeSmallModel } from '../support/small-model.ts';

const trackingUri = process.env.XGFLOW_TEST_MLFLOW_URI ?? '';
if (trackingUri === '') {
  throw new Error('XGFLOW_TEST_MLFLOW_URI is not set: these tests need a real server');
}
const client = new MlflowClient({ trackingUri });
const name = `serving-${process.pid}-${Date.now().toString(36)}`;
const body = { dataframe_records: [{ n: 3, region: 'south, or so', children: 2 }] };

async function register(experimentId: string, directory: string): Promise<string> {
  const run = await client.runs.create({ experimentId });
  const source = `${run.info.artifact_uri}/model`;
  await client.artifacts.uploadDirectory(source, directory);
  const { version } = await client.modelVersions.create({ name, source, runId: run.info.run_id });
  return version;
}

test('on a real registry: the alias is followed, a broken version refused, a lost alias survived', async () => {
  await withFolder(async (folder) => {
    const experimentId = await client.experiments.create(name);
    await client.registeredModels.ensure(name);
    const one = await register(experimentId, await writeSmallModel(folder, 'one'));
    const two = await register(
      experimentId,
      await writeSmallModel(folder, 'two', { inverted: true }),
    );
    const corrupt = await writeSmallModel(folder, 'corrupt', { rounds: 9 });
    const bytes = await readFile(join(corrupt, 'model.ubj'));
    await writeFile(join(corrupt, 'model.ubj'), bytes.subarray(0, bytes.length / 2));
    const three = await register(experimentId, corrupt);
    await client.registeredModels.setAlias(name, 'champion', one);

    const source = await registrySource(client, `models:/${name}@champion`);
    await withServer(source, { pollMs: 200 }, async ({ get, log, post, server }) => {
      const answers = async (version: string) => {
        while (server.model.version !== version) await new Promise((wait) => setTimeout(wait, 50));
        const { headers, status, body: said } = await post('/invocations', body);
        expect(status).toBe(200);
        expect(headers.get('x-xgflow-model-version')).toBe(version);
        expect(headers.get('x-xgflow-model-name')).toBe(name);
        return said;
      };
      const first = await answers(one);
      await client.registeredModels.setAlias(name, 'champion', two);
      const second = await answers(two);
      expect(second).not.toEqual(first);
      await client.registeredModels.setAlias(name, 'champion', three);
      while (!log().includes('a version was refused'))
        await new Promise((wait) => setTimeout(wait, 50));
      expect(await answers(two)).toEqual(second);
      await client.registeredModels.deleteAlias(name, 'champion');
      while (!log().includes('the alias could not be read'))
        await new Promise((wait) => setTimeout(wait, 50));
      expect(await answers(two)).toEqual(second);
      await client.registeredModels.setAlias(name, 'champion', one);
      expect(await answers(one)).toEqual(first);
      const { model } = (await get('/schema')).body as { model: Record<string, unknown> };
      expect(model).toMatchObject({
        name,
        version: one,
        run_id: expect.stringMatching(/^[0-9a-f]{32}$/u),
      });
    });
    await client.registeredModels.delete(name);
    await client.experiments.delete(experimentId);
  });
}, 120_000);
