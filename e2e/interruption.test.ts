import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { MlflowClient, tagsOf, where } from '@xgflow/mlflow-client';
import type { Run } from '@xgflow/mlflow-client';
import type { SweepAnswer } from './support/sweep-answer.ts';
import { freshName, withSmallClaims } from './support/workspace.ts';
import { startXgflow, trackingUri, xgflow, xgflowJson } from './support/xgflow.ts';

const client = new MlflowClient({ trackingUri: trackingUri() });
const sweepOf = (
  experiment: string,
  { trials = 6, variants = 'original,stratify,shallow' } = {},
): string[] => [
  ...['sweep', 'sweep.yaml', '--experiment', experiment, '--log-trials', '0'],
  ...['--trials', String(trials), '--variants', variants],
];

async function runsOf(experiment: string): Promise<Run[]> {
  const found = await client.experiments.getByName(experiment);
  if (!found) return [];
  const runs: Run[] = [];
  for await (const run of client.runs.search({
    experimentIds: [found.experiment_id],
    filter: where.tag('xgflow.sweep_id').like('%'),
  }))
    runs.push(run);
  return runs;
}

const statuses = (runs: readonly Run[], role: string): string[] =>
  runs
    .filter((run) => tagsOf(run)['xgflow.role'] === role)
    .map(({ info }) => info.status)
    .toSorted();

/** Waits until the statuses of the variants' runs, sorted, are these. */
async function untilVariants(experiment: string, wanted: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (statuses(await runsOf(experiment), 'variant').join() === wanted) return;
    await sleep(100);
  }
  throw new Error(`the variants never were ${wanted}`);
}

describe('a sweep that is interrupted', () => {
  let undisturbed: SweepAnswer;

  test('undisturbed, it is the yardstick', async () => {
    undisturbed = await withSmallClaims((cwd) =>
      xgflowJson<SweepAnswer>(sweepOf(freshName('undisturbed')), { cwd }),
    );
    expect(undisturbed.variants.map(({ status }) => status)).toEqual([
      'finished',
      'finished',
      'finished',
    ]);
  }, 120_000);

  test('kill -9: the same command closes what was left, keeps what was finished, and ends with the same numbers', async () => {
    await withSmallClaims(async (cwd) => {
      const experiment = freshName('killed');
      const started = startXgflow(sweepOf(experiment), { cwd });
      await untilVariants(experiment, 'FINISHED,RUNNING');
      started.child.kill('SIGKILL');
      expect((await started.ended).signal).toBe('SIGKILL');
      expect(statuses(await runsOf(experiment), 'sweep')).toEqual(['RUNNING']);

      const answer = await xgflowJson<SweepAnswer>(sweepOf(experiment), { cwd });
      expect(answer.variants.map(({ status }) => status)).toEqual(['kept', 'finished', 'finished']);
      expect(answer.variants.map(({ metrics }) => metrics.test_f1)).toEqual(
        undisturbed.variants.map(({ metrics }) => metrics.test_f1),
      );
      const runs = await runsOf(experiment);
      expect(statuses(runs, 'sweep')).toEqual(['FINISHED']);
      expect(statuses(runs, 'variant')).toEqual(['FINISHED', 'FINISHED', 'FINISHED', 'KILLED']);
    });
  }, 180_000);

  test('Ctrl-C: 130, runs are KILLED, no child stays, and the same command goes on', async () => {
    await withSmallClaims(async (cwd) => {
      const experiment = freshName('interrupted');
      const started = startXgflow(sweepOf(experiment), { cwd });
      await untilVariants(experiment, 'FINISHED,RUNNING');
      started.child.kill('SIGINT');
      const outcome = await started.ended;
      expect(outcome.code).toBe(130);
      expect(outcome.stderr).toMatch(/xgflow sweep/);
      const runs = await runsOf(experiment);
      expect(statuses(runs, 'sweep')).toEqual(['KILLED']);
      expect(statuses(runs, 'variant')).toEqual(['FINISHED', 'KILLED']);
      const again = await xgflowJson<SweepAnswer>(sweepOf(experiment), { cwd });
      expect(again.variants.map(({ status }) => status)).toEqual(['kept', 'finished', 'finished']);
      expect(again.variants.map(({ metrics }) => metrics.test_f1)).toEqual(
        undisturbed.variants.map(({ metrics }) => metrics.test_f1),
      );
    });
  }, 180_000);

  test('a finished sweep starts anew, and two at once are refused', async () => {
    await withSmallClaims(async (cwd) => {
      const experiment = freshName('again');
      const short = sweepOf(experiment, { trials: 2, variants: 'original' });
      const first = await xgflowJson<SweepAnswer>(short, { cwd });
      const second = await xgflowJson<SweepAnswer>(short, { cwd });
      expect(second.sweep_id).not.toBe(first.sweep_id);
      expect(second.variants).toMatchObject([{ status: 'finished' }]);

      const running = startXgflow(sweepOf(experiment), { cwd });
      await untilVariants(experiment, 'FINISHED,FINISHED,RUNNING');
      const refused = await xgflow(sweepOf(experiment), { cwd, code: 2 });
      expect(refused.stderr).toContain(String(running.child.pid));
      running.child.kill('SIGKILL');
      await running.ended;
    });
  }, 180_000);
});

describe('a variant that cannot be trained', () => {
  test('is FAILED with the reason, the others are finished, and the command ends with 6', async () => {
    await withSmallClaims(async (cwd) => {
      const file = path.join(cwd, 'sweep.yaml');
      const broken = '  broken:\n    params:\n      max_bin: 1\n';
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replace(/^variants:\n/mu, `variants:\n${broken}`),
      );
      const experiment = freshName('broken');
      const args = sweepOf(experiment, { trials: 2, variants: 'broken,original' });
      const answer = await xgflowJson<SweepAnswer>(args, { cwd, code: 6 });
      expect(answer.variants.map(({ name, status }) => [name, status])).toEqual([
        ['broken', 'failed'],
        ['original', 'finished'],
      ]);
      const runs = await runsOf(experiment);
      expect(statuses(runs, 'variant')).toEqual(['FAILED', 'FINISHED']);
      expect(statuses(runs, 'sweep')).toEqual(['FINISHED']);
      const failed = runs.find(({ info }) => info.status === 'FAILED');
      expect(failed && tagsOf(failed)['xgflow.error']).toMatch(
        /no trial gave a score · variant broken, 2 trials · .*max_bin/u,
      );
      expect(tagsOf(failed!)['xgflow.failed_trials']).toBe('2');
      const table = await client.artifacts.readText(failed!.info.artifact_uri, 'trials.csv');
      expect(table.trimEnd().split('\n')).toEqual([
        expect.stringContaining('error'),
        expect.stringMatching(/^0,.*max_bin/u),
        expect.stringMatching(/^1,.*max_bin/u),
      ]);
    });
  }, 120_000);
});

describe('determinism', () => {
  test('the same models at concurrency 1 and 2', async () => {
    const digests: string[][] = [];
    for (const concurrency of ['1', '2']) {
      const experiment = freshName(`concurrency-${concurrency}`);
      const args = sweepOf(experiment, { trials: 4, variants: 'original,regularized' });
      await withSmallClaims((cwd) => xgflow([...args, '--concurrency', concurrency], { cwd }));
      const variants = (await runsOf(experiment)).filter(
        (run) => tagsOf(run)['xgflow.role'] === 'variant',
      );
      digests.push(
        variants
          .map(
            (run) =>
              `${tagsOf(run)['xgflow.variant'] ?? ''} ${tagsOf(run)['xgflow.model_sha256'] ?? ''}`,
          )
          .toSorted(),
      );
    }
    expect(digests[0]).toHaveLength(2);
    expect(digests[1]).toEqual(digests[0]);
  }, 180_000);
});
