import { describe, expect, test } from '@jest/globals';
import { withDirectory } from '../support/directory.ts';
import { client, env, nameFor } from '../support/live-server.ts';
import { xgflow } from '../support/xgflow.ts';

const name = nameFor('listing');

async function json(
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  return withDirectory(async (cwd) => {
    const { code, stdout, stderr } = await xgflow([...args, '--json'], {
      cwd,
      env: { ...env, ...more },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as unknown;
  });
}

describe('what the server holds', () => {
  test('runs: a sweep with its variants, status, times, metrics and links', async () => {
    const experimentId = await client.experiments.create(name);
    const tags = { 'xgflow.sweep_id': name };
    await client.runs.create({ experimentId, tags: { ...tags, 'xgflow.role': 'sweep' } });
    const variant = await client.runs.create({
      experimentId,
      tags: { ...tags, 'xgflow.role': 'variant', 'xgflow.variant': 'shallow' },
    });
    await client.runs.logBatch(variant.info.run_id, {
      metrics: [{ key: 'test_f1', value: 0.75, timestamp: 1, step: 0 }],
    });
    await client.runs.update(variant.info.run_id, { status: 'FINISHED', endTime: Date.now() + 5 });
    expect(await json(['runs', '--experiment', name])).toEqual([
      expect.objectContaining({
        sweep_id: name,
        experiment: name,
        status: 'running',
        duration_ms: null,
        variants: [
          expect.objectContaining({
            variant: 'shallow',
            run_id: variant.info.run_id,
            status: 'finished',
            duration_ms: expect.any(Number),
            metrics: { test_f1: 0.75 },
            url: expect.stringContaining(variant.info.run_id),
          }),
        ],
      }),
    ]);
    await client.experiments.delete(experimentId);
  });

  test('models: versions with aliases and what they were chosen by', async () => {
    const experimentId = await client.experiments.create(`${name}-models`);
    const run = await client.runs.create({ experimentId });
    await client.registeredModels.ensure(name);
    await client.modelVersions.create({
      name,
      source: `${run.info.artifact_uri}/model`,
      runId: run.info.run_id,
      tags: {
        'xgflow.variant': 'shallow',
        'xgflow.selected_on': 'test_f1',
        'xgflow.selected_value': '0.75',
      },
    });
    await client.registeredModels.setAlias(name, 'champion', '1');
    expect(await json(['models', '--name', name])).toEqual([
      expect.objectContaining({
        name,
        version: '1',
        aliases: ['champion'],
        run_id: run.info.run_id,
        variant: 'shallow',
        metric: 'test_f1',
        value: 0.75,
      }),
    ]);
    await client.registeredModels.delete(name);
    await client.experiments.delete(experimentId);
  });

  test('doctor: the server, its version, our access and the clocks, wherever browsers find it', async () => {
    const elsewhere = { XGFLOW_UI_URI: 'http://127.0.0.1:9' };
    const { findings } = (await json(['doctor'], elsewhere)) as {
      findings: { subject: string; state: string }[];
    };
    const states = Object.fromEntries(findings.map(({ subject, state }) => [subject, state]));
    expect(states).toMatchObject({ server: 'ok', MLflow: 'ok', access: 'ok', clock: 'ok' });
  });
});
