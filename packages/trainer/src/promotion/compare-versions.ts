import path from 'node:path';
import type { MlflowClient } from '@xgflow/mlflow-client';
import type { MetricName } from '../metrics/index.ts';
import type { Champion } from './champion.ts';
import type { GateModel, GateReport, GateRows } from './gate/gate-report.ts';
import { judge } from './gate/judge.ts';
import type { Evidence } from './gate/judge.ts';
import { metricValues } from './gate/metric-values.ts';
import { pairedGain } from './gate/paired-gain.ts';
import type { ModelScores, PairedGain } from './gate/paired-gain.ts';
import { requirements } from './gate/requirements.ts';
import { sliceGains } from './gate/slice-gains.ts';
import { GateRowsError } from './gate-rows-error.ts';
import type { LoadedVersion } from './load-version.ts';
import type { PromotionPolicy } from './policy/policy.ts';
import { findRows } from './rows/find-rows.ts';
import type { FoundRows } from './rows/find-rows.ts';
import { judgementOfModel, usualMetric } from './rows/judgement-of-model.ts';
import { scoreRows } from './rows/score-rows.ts';
import type { ScoredRows } from './rows/score-rows.ts';

export interface CompareVersionsOptions {
  readonly model: string;
  readonly candidate: LoadedVersion;
  readonly champion: Champion;
  readonly policy: PromotionPolicy;
  /** Where the policy names none. Default: the usual one of the task. */
  readonly metric?: MetricName | undefined;
  /** Table with the target. Default: what the candidate's sweep.json names, from `directory`. */
  readonly data?: string | undefined;
  readonly directory: string;
  /** Where snapshots of databases are kept. Default: `.xgflow` in `directory`. */
  readonly home?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Compares a candidate with the champion on the same rows and judges by the policy. Rows are read only where there is
 * something to compare: a champion that loads, or a bound that the policy requires.
 *
 * @throws GateRowsError · UndefinedMetricError · DataError of the rows · ModelError of the candidate · MlflowError
 */
export async function compareVersions(
  client: MlflowClient,
  options: CompareVersionsOptions,
): Promise<GateReport> {
  const { candidate, champion, model, policy } = options;
  const needsRows = champion.kind === 'loaded' || Object.keys(policy.require).length > 0;
  const comparison = needsRows ? await onRows(client, options) : undefined;
  const evidence: Evidence = {
    champion: stateOf(champion, comparison?.scored),
    gain: comparison?.gain,
    slices: comparison?.slices ?? [],
    requirements: comparison?.requirements ?? [],
    rows: comparison?.scored.labels.length,
  };
  return {
    version: 1,
    model,
    ...judge(evidence, policy),
    candidate: modelOf(candidate),
    champion: championOf(champion),
    rows: comparison ? rowsOf(comparison.found, comparison.scored) : null,
    metric: metricOf(evidence.gain),
    metrics: comparison?.metrics ?? {},
    requirements: evidence.requirements,
    slices: evidence.slices,
    policy,
  };
}

interface Comparison extends Pick<Evidence, 'gain' | 'slices' | 'requirements'> {
  readonly found: FoundRows;
  readonly scored: ScoredRows;
  readonly metrics: GateReport['metrics'];
}

async function onRows(client: MlflowClient, options: CompareVersionsOptions): Promise<Comparison> {
  const { candidate: loaded, champion: other, data, directory, policy } = options;
  const found = await findRows(client, {
    candidate: loaded,
    championRunId: other.kind === 'loaded' ? other.loaded.runId : undefined,
    data,
    directory,
    home: options.home ?? path.join(directory, '.xgflow'),
    minUnseen: policy.rows.min_unseen,
    signal: options.signal,
  });
  const scored = await score(found, options);
  const { labels } = scored;
  const judgement = judgementOfModel(loaded.predictor.info, found.params);
  const candidate = { scores: scored.candidate, judgement };
  const champion = championScores(scored, other, found.params);
  const pair = champion && {
    ...policy.bootstrap,
    metric: policy.metric ?? options.metric ?? usualMetric[judgement.task],
    labels,
    candidate,
    champion,
  };
  return {
    found,
    scored,
    gain: pair && (await pairedGain(pair, options.signal)),
    slices: pair ? await sliceGains(scored.columns, pair, policy.slices, options.signal) : [],
    requirements: requirements(policy.require, labels, candidate),
    metrics: metricValues(labels, candidate, champion),
  };
}

async function score(
  found: FoundRows,
  { candidate, champion, policy: { slices }, signal }: CompareVersionsOptions,
): Promise<ScoredRows> {
  const { chosen, place, sensitive } = found;
  const scored = await scoreRows({
    rows: found,
    has: chosen.has,
    candidate: candidate.predictor,
    champion: champion.kind === 'loaded' ? champion.loaded.predictor : undefined,
    slices: [...new Set([...slices.columns, ...(slices.sensitive ? sensitive : [])])],
    signal,
  });
  const unknown = scored.absent.find((name) => slices.columns.includes(name));
  if (unknown !== undefined) {
    throw new GateRowsError(
      `no column ${JSON.stringify(unknown)} to slice by · ${place} · correct slices.columns of the policy`,
    );
  }
  if (scored.labels.length > 0) return scored;
  throw new GateRowsError(`no rows to compare on · ${place} · give labelled rows with --data`);
}

function championScores(
  { champion: scores }: ScoredRows,
  champion: Champion,
  params: FoundRows['params'],
): ModelScores | undefined {
  return champion.kind === 'loaded' && scores instanceof Float32Array
    ? { scores, judgement: judgementOfModel(champion.loaded.predictor.info, params) }
    : undefined;
}

function stateOf(champion: Champion, scored: ScoredRows | undefined): Evidence['champion'] {
  if (champion.kind === 'none') return 'none';
  if (champion.kind === 'unloadable') return { unloadable: champion.reason };
  const scores = scored?.champion;
  return scores && 'unscorable' in scores ? { unloadable: scores.unscorable } : 'scored';
}

function metricOf(gain: PairedGain | undefined): GateReport['metric'] {
  if (!gain) return null;
  const { metric: name, defined: defined_resamples, high, low, ...values } = gain;
  return {
    name,
    ...values,
    gain: Number.isFinite(values.gain) ? values.gain : null,
    interval: Number.isNaN(low) ? null : [low, high],
    defined_resamples,
  };
}

function rowsOf(
  { chosen, digest, place }: FoundRows,
  { labels, unseenRows }: ScoredRows,
): GateRows {
  const { choice, notes } = chosen;
  const unseen = Object.entries(unseenRows)
    .filter(([, rows]) => rows > 0)
    .map(([who, rows]) => `${rows} rows hold a level that the ${who} never saw`);
  const count = labels.length;
  return { source: path.basename(place), digest, count, choice, notes: [...notes, ...unseen] };
}

function modelOf({ predictor, runId, version }: LoadedVersion): GateModel {
  const { sha256, threshold } = predictor.info;
  return { version, run_id: runId ?? null, sha256, threshold };
}

function championOf(champion: Champion): GateModel | null {
  if (champion.kind === 'none') return null;
  if (champion.kind === 'loaded') return modelOf(champion.loaded);
  return { version: champion.version, run_id: null, sha256: null, threshold: null };
}
