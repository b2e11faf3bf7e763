import { tagsOf, where } from '@xgflow/mlflow-client';
import type { MlflowClient, Run } from '@xgflow/mlflow-client';
import { compareRuns } from '../../compare/comparison.ts';
import type { ResolvedConfig } from '../../config/index.ts';
import type { Task } from '../../metrics/index.ts';
import { metricKey } from '../../record/metric-key.ts';
import type { MetricKey } from '../../record/metric-key.ts';
import { recordedConfig } from '../../record/recorded-config.ts';
import { runTags } from '../../record/run-tags.ts';
import { usualMetric } from '../../record/usual-metric.ts';
import { toVariantRun } from '../../record/variant-run.ts';
import type { VariantRun } from '../../record/variant-run.ts';
import type { Briefing } from '../briefing.ts';
import { ensembleVerdicts, membersOf } from '../ensemble-verdicts.ts';
import { NoBriefingError } from '../no-briefing-error.ts';
import { standings } from '../standings.ts';
import { readData } from './read-data.ts';
import { readFindings } from './read-findings.ts';
import { readReasons } from './read-reasons.ts';
import { readResamples } from './read-resamples.ts';
import { RunFiles } from './run-files.ts';
import { variantStories } from './variant-stories.ts';

/** Which sweep a report is about. */
export interface BriefingSource {
  readonly experimentId: string;
  /** Its name. */
  readonly experiment: string;
  readonly sweepId: string;
  readonly task: Task;
  /** What the variants are ranked by. Default: f1 on the test part; f1_macro of several classes, mape of a regression. */
  readonly metric?: MetricKey | undefined;
}

/**
 * Reads what the report tells of a sweep, from the tracking server alone.
 *
 * @throws NoBriefingError when no variant of it finished · DamagedRecordError
 */
export async function readBriefing(
  client: MlflowClient,
  source: BriefingSource,
): Promise<Briefing> {
  const { experiment, sweepId, task } = source;
  const metric = source.metric ?? metricKey(usualMetric[task]);
  const { sweep, runs } = await readRuns(client, source);
  const comparison = compareRuns(runs.map(toVariantRun), metric);
  const [best] = comparison.rows;
  if (!sweep || !best) {
    throw new NoBriefingError(
      `no variant with ${metric.key} finished · sweep ${sweepId}, experiment ${experiment} · \`xgflow runs\` shows their status`,
    );
  }
  const ranked = comparison.rows.map(({ run }) => run);
  const explained = explainedRun(best.run, ranked);
  const bestFiles = await RunFiles.of(client, best.run.runId);
  const explainedFiles = await RunFiles.of(client, explained.runId);
  const sweepFiles = await RunFiles.of(client, sweep.info.run_id);
  // No await in the list: what fails before the list is complete would be nobody's, and end the process.
  const [config, findings, reasons, data, resampled] = await Promise.all([
    readConfig(bestFiles, best.run.runId),
    readFindings(task, bestFiles),
    readReasons(explained, explainedFiles),
    readData(sweepFiles),
    readResamples(client, ranked, metric.metric),
  ]);
  return {
    experiment,
    sweepId,
    startTime: Number(sweep.info.start_time),
    config,
    metric,
    standings: standings(comparison, resampled),
    ensembles: ensembleVerdicts(ranked, metric, resampled),
    cvChoice: comparison.cvChoice?.variant,
    variants: variantStories(config, runs),
    best: { run: best.run, findings, reasons },
    data,
  };
}

/** The sweep's own run, and those of its variants and ensembles. */
async function readRuns(
  client: MlflowClient,
  { experimentId, sweepId }: BriefingSource,
): Promise<{ readonly sweep: Run | undefined; readonly runs: readonly Run[] }> {
  const found: Run[] = [];
  const filter = where.tag(runTags.sweepId).eq(sweepId);
  for await (const run of client.runs.search({ experimentIds: [experimentId], filter })) {
    if (tagsOf(run)[runTags.role] !== 'trial') found.push(run);
  }
  const roleOf = (run: Run): string | undefined => tagsOf(run)[runTags.role];
  return {
    sweep: found.find((run) => roleOf(run) === 'sweep'),
    runs: found.filter((run) => roleOf(run) === 'variant'),
  };
}

/** Whose reasons are told: of an ensemble those of its best variant, since it has none of its own. */
function explainedRun(best: VariantRun, ranked: readonly VariantRun[]): VariantRun {
  if (best.tags[runTags.ensemble] === undefined) return best;
  const members = membersOf(best);
  return ranked.find(({ variant }) => members.includes(variant)) ?? best;
}

async function readConfig(files: RunFiles, runId: string): Promise<ResolvedConfig> {
  const text = await files.text('sweep.json');
  if (text === undefined) {
    throw new NoBriefingError(`the run has no sweep.json · run ${runId} · run the sweep again`);
  }
  return recordedConfig(text, runId);
}
