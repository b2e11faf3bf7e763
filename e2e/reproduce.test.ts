import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { metricsOf, MlflowClient, paramsOf, tagsOf } from '@xgflow/mlflow-client';
import type { SweepAnswer } from './support/sweep-answer.ts';
import { freshName, withSmallClaims } from './support/workspace.ts';
import { trackingUri, xgflow, xgflowJson } from './support/xgflow.ts';

interface Difference {
  readonly kind: string;
  readonly name: string;
  readonly recorded: string | number | null;
  readonly now: string | number | null;
}

interface Answer {
  readonly variant: string;
  readonly reproduced: boolean;
  readonly compared: { readonly trials: number; readonly metrics: number };
  readonly differences: readonly Difference[];
}

const client = new MlflowClient({ trackingUri: trackingUri() });
let sweep: SweepAnswer;
let original: string;
/** Runs that cannot be reproduced: one in the server's bin, one that has no role. */
let deleted: string;
let foreign: string;

const reproduce = (
  args: readonly string[],
  options: { readonly cwd: string; readonly code?: number },
): Promise<Answer> => xgflowJson<Answer>(['reproduce', ...args], options);

beforeAll(async () => {
  const experiment = freshName('reproduce');
  const chosen = ['--trials', '4', '--variants', 'original,regularized-stratify'];
  const command = ['sweep', 'sweep.yaml', ...chosen, '--log-trials', '0'];
  sweep = await withSmallClaims((cwd) =>
    xgflowJson<SweepAnswer>([...command, '--experiment', experiment], { cwd }),
  );
  original = sweep.variants[0]?.run_id ?? '';
  const { info } = await client.runs.get(original);
  const bare = { experimentId: info.experiment_id, runName: 'bare' };
  foreign = (await client.runs.create(bare)).info.run_id;
  deleted = await copyWith(original, {});
  await client.runs.delete(deleted);
}, 180_000);

/** A run that says the same as another, apart from one param: params of a run cannot be changed. */
async function copyWith(runId: string, params: Record<string, string>): Promise<string> {
  const from = await client.runs.get(runId);
  const { info } = await client.runs.create({
    experimentId: from.info.experiment_id,
    runName: 'tampered',
    tags: Object.fromEntries(
      Object.entries(tagsOf(from)).filter(([key]) => key.startsWith('xgflow.')),
    ),
  });
  await client.runs.logBatch(info.run_id, { params: { ...paramsOf(from), ...params } });
  await client.runs.logMetrics(info.run_id, metricsOf(from));
  for (const name of ['sweep.json', 'trials.csv']) {
    const text = await client.artifacts.readText(from.info.artifact_uri, name);
    await client.artifacts.uploadText(info.artifact_uri, text, name);
  }
  await client.runs.update(info.run_id, { status: 'FINISHED', endTime: Date.now() });
  return info.run_id;
}

describe('xgflow reproduce', () => {
  test.each([0, 1])(
    'variant %i of a sweep: the same model, params, scores and metrics, to the last bit',
    async (at) => {
      const { name = '', run_id: runId = '' } = sweep.variants[at] ?? {};
      const answer = await withSmallClaims((cwd) => reproduce([runId], { cwd }));
      const metrics = Object.keys(metricsOf(await client.runs.get(runId))).length;
      expect(answer).toMatchObject({
        variant: name,
        reproduced: true,
        differences: [],
        compared: { trials: 1, metrics },
      });
    },
    60_000,
  );

  test('the whole search: the same trial wins', async () => {
    const answer = await withSmallClaims((cwd) => reproduce([original, '--search'], { cwd }));
    expect(answer).toMatchObject({ reproduced: true, differences: [], compared: { trials: 4 } });
  }, 60_000);

  test('a changed table: its digest is named before and after, and it ends with 3', async () => {
    await withSmallClaims(async (cwd) => {
      const lines = (await readFile(path.join(cwd, 'claims.csv'), 'utf8')).split('\n');
      await writeFile(path.join(cwd, 'changed.csv'), lines.toSpliced(100, 1).join('\n'));
      const { stdout, stderr } = await xgflow(['reproduce', original, '--data', 'changed.csv'], {
        cwd,
        code: 3,
      });
      expect(stderr).toMatch(
        /^! not as it was · data digest: [0-9a-f]{16} then, [0-9a-f]{16} now$/mu,
      );
      expect(stdout).toMatch(/: not reproduced\.$/mu);
      expect(stdout).toMatch(/^data digest +[0-9a-f]{16} +[0-9a-f]{16}$/mu);
      expect(stdout).toMatch(/^model sha256 /mu);
    });
  }, 60_000);

  test('a table that cannot be the one: one line that names both digests', async () => {
    await withSmallClaims(async (cwd) => {
      await writeFile(path.join(cwd, 'other.csv'), 'a,b\n1,2\n');
      const { stderr } = await xgflow(['reproduce', original, '--data', 'other.csv'], {
        cwd,
        code: 3,
      });
      expect(stderr).toMatch(
        /^✗ the data is not what the run was trained on: digest [0-9a-f]{16}/u,
      );
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    });
  }, 60_000);

  test('a param that is not what the search drew is named, and nothing else', async () => {
    const tampered = await copyWith(original, { max_depth: '7' });
    const answer = await withSmallClaims((cwd) => reproduce([tampered], { cwd, code: 3 }));
    expect(answer.reproduced).toBe(false);
    expect(answer.differences).toEqual([
      expect.objectContaining({ kind: 'param', name: 'max_depth', recorded: '7' }),
    ]);
  }, 60_000);

  test('metrics that were changed by less than the tolerance are none', async () => {
    const copy = await copyWith(original, {});
    const { test_f1: f1 = NaN } = metricsOf(await client.runs.get(original));
    await client.runs.logMetrics(copy, { test_f1: f1 + 1e-9 });
    await withSmallClaims(async (cwd) => {
      const strict = await reproduce([copy], { cwd, code: 3 });
      expect(strict.differences).toMatchObject([{ kind: 'metric', name: 'test_f1', now: f1 }]);
      const lenient = await reproduce([copy, '--tolerance', '1e-8'], { cwd });
      expect(lenient).toMatchObject({ reproduced: true, differences: [] });
    });
  }, 60_000);

  test('a model whose bytes on the server are others is named, though the rerun is identical', async () => {
    const { 'xgflow.model_id': modelId = '' } = tagsOf(await client.runs.get(original));
    const { artifact_uri: uri } = (await client.loggedModels.get(modelId)).info;
    const bytes = await client.artifacts.readBytes(uri, 'model.ubj');
    const damaged = Buffer.from(bytes);
    damaged[500] = (damaged[500] ?? 0) ^ 1;
    await client.artifacts.uploadBuffer(uri, damaged, 'model.ubj');
    try {
      const answer = await withSmallClaims((cwd) => reproduce([original], { cwd, code: 3 }));
      expect(answer.differences).toEqual([
        expect.objectContaining({ kind: 'stored', name: 'sha256 of model.ubj on the server' }),
      ]);
    } finally {
      await client.artifacts.uploadBuffer(uri, bytes, 'model.ubj');
    }
  }, 60_000);

  test.each([
    { what: 'a run of a sweep', args: () => [sweep.run_id], code: 3, told: /not a variant/u },
    { what: 'an unknown run', args: () => ['0'.repeat(32)], code: 3, told: /0{32}/u },
    {
      what: 'a deleted run',
      args: () => [deleted],
      code: 3,
      told: /is deleted · .* · `mlflow runs restore --run-id/u,
    },
    { what: 'a run of Python', args: () => [foreign], code: 3, told: /not logged by xgflow/u },
    {
      what: 'a table that is not there',
      args: () => [original, '--data', 'gone.csv'],
      code: 2,
      told: /gone\.csv/u,
    },
    {
      what: 'a table that is not where sweep.json says',
      args: () => [original],
      code: 3,
      told: /claims\.csv \(ENOENT\) · name it with --data/u,
    },
    {
      what: 'a negative tolerance',
      args: () => [original, '--tolerance=-1'],
      code: 2,
      told: /--tolerance/u,
    },
  ])(
    '$what ends with $code',
    async ({ args, code, told }) => {
      await withSmallClaims(async (cwd) => {
        await rm(path.join(cwd, 'claims.csv'));
        const { stderr, stdout } = await xgflow(['reproduce', ...args()], { cwd, code });
        expect(stderr).toMatch(told);
        expect(stdout).toBe('');
      });
    },
    60_000,
  );
});
