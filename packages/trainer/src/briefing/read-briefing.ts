import { tagsOf, where } from '@xgflow/mlflow-client';
import type { MlflowClient, Run } from '@xgflow/mlflow-client';
import { compareRuns } from '../compare/comparison.ts';
import { parseSweepConfig } from '../config/index.ts';
import type { ResolvedConfig } from '../config/index.ts';
import type { Task } from '../metrics/index.ts';
import type { MetricKey } from '../record/metric-key.ts';
import { runTags } from '../record/run-tags.ts';
import { toVariantRun } from '../record/variant-run.ts';
import type { Briefing, DataStory, VariantStory } from './briefing.ts';
import { NoBriefingError } from './no-briefing-error.ts';
import { readBest } from './read-best.ts';
import { RunFiles } from './run-files.ts';
import { changesOf } from './words/variant-words.ts';

/** Which sweep a report is about. */
export interface BriefingSource {
  readonly experimentId: string;
  /** Its name. */
  readonly experiment: string;
  readonly sweepId: string;
  /** What the variants are ranked by. */
  readonly metric: MetricKey;
  readonly task: Task;
}

/**
 * Reads what the report tells of a sweep, from the tracking server alone.
 *
 * @throws NoBriefingError when no variant of it finished · ConfigError for a sweep.json that is no sweep file
 */
export async function readBriefing(
  client: MlflowClient,
  source: BriefingSource,
): Promise<Briefing> {
  const { experimentId, experiment, sweepId, metric } = source;
  if (source.task !== 'binary') {
    throw new NoBriefingError(
      `no report of a ${source.task} sweep yet · sweep ${sweepId}, experiment ${experiment} · \`xgflow compare\` shows its variants`,
    );
  }
  const runs: Run[] = [];
  const filter = where.tag(runTags.sweepId).eq(sweepId);
  for await (const run of client.runs.search({ experimentIds: [experimentId], filter })) {
    if (tagsOf(run)[runTags.role] !== 'trial') runs.push(run);
  }
  const sweep = runs.find((run) => tagsOf(run)[runTags.role] === 'sweep');
  // An ensemble has no groups or reasons of its own.
  const variants = runs.filter((run) => {
    const tags = tagsOf(run);
    return tags[runTags.role] === 'variant' && tags[runTags.ensemble] === undefined;
  });
  const comparison = compareRuns(variants.map(toVariantRun), metric);
  const [best] = comparison.rows;
  if (!sweep || !best) {
    throw new NoBriefingError(
      `no variant with ${metric.key} finished · sweep ${sweepId}, experiment ${experiment} · \`xgflow runs\` shows their status`,
    );
  }
  const bestFiles = await RunFiles.of(client, best.run.runId);
  const [config, bestVariant, data] = await Promise.all([
    readConfig(bestFiles, best.run.runId),
    readBest(best.run, bestFiles),
    readData(await RunFiles.of(client, sweep.info.run_id)),
  ]);
  return {
    experiment,
    sweepId,
    startTime: Number(sweep.info.start_time),
    config,
    comparison,
    variants: stories(config, variants),
    best: bestVariant,
    data,
  };
}

async function readConfig(files: RunFiles, runId: string): Promise<ResolvedConfig> {
  const text = await files.text('sweep.json');
  if (text === undefined) {
    throw new NoBriefingError(`the run has no sweep.json · run ${runId} · run the sweep again`);
  }
  // JSON is YAML, and a resolved sweep file is one.
  return parseSweepConfig(text, { file: `sweep.json of run ${runId}` });
}

async function readData(files: RunFiles): Promise<DataStory> {
  const [columns, facts] = await Promise.all([
    files.rows('tables/columns.csv'),
    files.rows('tables/data.csv'),
  ]);
  return {
    columns: columns.map((row) => ({
      column: row.text('column'),
      kind: row.text('kind') === 'numeric' ? 'numeric' : 'categorical',
      missing: row.number('missing'),
      levels: row.maybe('levels'),
      alone: row.number('alone'),
      leak: row.text('leak'),
    })),
    facts: new Map(facts.map((row) => [row.text('fact'), row.number('value')])),
  };
}

/** One for each variant of the file; of several runs of one variant the last. */
function stories(config: ResolvedConfig, runs: readonly Run[]): VariantStory[] {
  const [first] = Object.values(config.variants);
  return Object.entries(config.variants).map(([name, variant]) => {
    const own = runs
      .filter((run) => tagsOf(run)[runTags.variant] === name)
      .toSorted((a, b) => Number(b.info.start_time) - Number(a.info.start_time));
    const run = own.find(({ info }) => info.status === 'FINISHED') ?? own[0];
    const [start, end] = [Number(run?.info.start_time), Number(run?.info.end_time)];
    return {
      name,
      changes: first ? changesOf(variant, first) : [],
      trials: variant.search.trials,
      failedTrials: run ? Number(tagsOf(run)[runTags.failedTrials] ?? 0) : 0,
      seconds: end > 0 ? (end - start) / 1000 : NaN,
      finished: run?.info.status === 'FINISHED',
    };
  });
}
