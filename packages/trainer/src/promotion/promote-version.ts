import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { MlflowClient } from '@xgflow/mlflow-client';
import type { MetricName } from '../metrics/index.ts';
import type { Champion } from './champion.ts';
import { compareVersions } from './compare-versions.ts';
import type { GateReport } from './gate/gate-report.ts';
import type { HistoryEntry } from './history/history-entry.ts';
import { movesOf } from './history/history-entry.ts';
import { moveAliases } from './history/move-aliases.ts';
import { checkReason } from './history/record-entry.ts';
import { registeredState } from './history/registered-state.ts';
import type { RegisteredState } from './history/registered-state.ts';
import { loadVersion, whyUnloadable } from './load-version.ts';
import type { LoadedVersion } from './load-version.ts';
import { logReport } from './log-report.ts';
import { moveChampion } from './move-champion.ts';
import { defaultPolicy } from './policy/policy.ts';
import type { PromotionPolicy } from './policy/policy.ts';
import { PromotionConflictError } from './promotion-conflict-error.ts';

/** How a version is judged and promoted. */
export interface GateOptions {
  /** Default: not worse than the champion beyond noise. */
  readonly policy?: PromotionPolicy | undefined;
  /** Table with the true target: CSV, Parquet. Default: what the candidate's sweep.json names, and of that its test part. */
  readonly data?: string | undefined;
  /** Where relative paths start. Default: the working directory. */
  readonly directory?: string | undefined;
  /** Where snapshots of databases are kept. Default: `.xgflow` in `directory`. */
  readonly home?: string | undefined;
  /** Promote whatever the gate says, for this reason. Default: obey the gate. */
  readonly force?: { readonly reason: string } | undefined;
  /** Who decides, for the history. Default: the system's user. */
  readonly by?: string | undefined;
  /** Judge, but write nothing. Default false. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface PromoteOptions extends GateOptions {
  readonly name: string;
  readonly version: string;
  /** Metric that decides where the policy names none. Default: the usual one of the task. */
  readonly metric?: MetricName | undefined;
}

export interface Promotion {
  readonly name: string;
  readonly version: string;
  /** Champion before; undefined: there was none. */
  readonly from: string | undefined;
  /** The version is the champion now (in a dry run: it would be). */
  readonly promoted: boolean;
  /** The version was the champion already: nothing to gate. */
  readonly already: boolean;
  /** Promoted against the gate. */
  readonly forced: boolean;
  /** Absent where the version was the champion already. */
  readonly report?: GateReport;
  /** Where the report lies: `runs:/<run>/gate/<digest>`; null for a version without a run. */
  readonly reportUri?: string | null;
}

/** Tries when others move the champion at the same time. */
const attempts = 8;

/**
 * Passes a version through the gate. Promoted, it becomes the alias `champion`, and the champion before it `previous`;
 * refused, it becomes `challenger`. Both are written into the model's history first, and the report lies with the
 * candidate's run. Interrupted at any point and called again it comes to the same end.
 *
 * @throws PromotionInputError · PromotionConflictError · GateRowsError · UndefinedMetricError · DataError ·
 *   ModelError: the candidate does not load or score (nothing is moved, --force or not) · MlflowError
 */
export async function promoteVersion(
  client: MlflowClient,
  options: PromoteOptions,
): Promise<Promotion> {
  if (options.force) checkReason(options.force.reason);
  const { name, version } = options;
  let candidate: LoadedVersion | undefined;
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (attempt > 0) await pause(randomInt(50, 200 * 2 ** Math.min(attempt, 4)));
      const base = await registeredState(client, name);
      if (base.champion === version) return await alreadyChampion(client, base, options);
      candidate ??= await loadVersion(client, name, version, options);
      const report = await judged(client, base, candidate, options);
      const done = await carryOut(client, base, report, options);
      if (done) return done;
    }
  } finally {
    candidate?.[Symbol.dispose]();
  }
  throw new PromotionConflictError(
    `others move the champion of ${name} at the same time · model registry · look at \`xgflow history\`, then run it again`,
  );
}

/** What an interrupted promotion may have left undone is done. */
async function alreadyChampion(
  client: MlflowClient,
  base: RegisteredState,
  { dryRun = false, name, version }: PromoteOptions,
): Promise<Promotion> {
  const last = movesOf(base.history).at(-1);
  if (!dryRun && last?.to === version) await moveAliases(client, base, last);
  const from = last?.to === version ? (last.from ?? undefined) : base.previous;
  return { name, version, from, promoted: true, already: true, forced: false };
}

async function judged(
  client: MlflowClient,
  base: RegisteredState,
  candidate: LoadedVersion,
  options: PromoteOptions,
): Promise<GateReport> {
  const champion = await findChampion(client, base, options.signal);
  try {
    return await compareVersions(client, {
      model: options.name,
      candidate,
      champion,
      policy: options.policy ?? defaultPolicy,
      metric: options.metric,
      data: options.data,
      directory: options.directory ?? process.cwd(),
      home: options.home,
      signal: options.signal,
    });
  } finally {
    if (champion.kind === 'loaded') champion.loaded[Symbol.dispose]();
  }
}

async function findChampion(
  client: MlflowClient,
  { champion: version, name }: RegisteredState,
  signal: AbortSignal | undefined,
): Promise<Champion> {
  if (version === undefined) return { kind: 'none' };
  try {
    return { kind: 'loaded', loaded: await loadVersion(client, name, version, { signal }) };
  } catch (error) {
    const reason = whyUnloadable(error);
    if (reason === undefined) throw error;
    return { kind: 'unloadable', version, reason };
  }
}

/** Undefined when others were faster: nothing was moved then. */
async function carryOut(
  client: MlflowClient,
  base: RegisteredState,
  report: GateReport,
  { by, dryRun = false, force, name, version }: PromoteOptions,
): Promise<Promotion | undefined> {
  const forced = force !== undefined && report.decision === 'refuse';
  const promoted = forced || report.decision === 'promote';
  const result = { name, version, from: base.champion, promoted, already: false, forced, report };
  if (dryRun) return result;
  const reportUri = await logReport(client, report);
  const why = report.reasons.map(({ text }) => text).join('; ');
  const entry: Omit<HistoryEntry, 'v' | 'at' | 'by'> = {
    action: promoted ? 'promote' : 'refuse',
    from: base.champion ?? null,
    to: version,
    why: force ? `${force.reason} (the gate ${forced ? 'refused' : 'passed it'}: ${why})` : why,
    reasons: report.reasons.map(({ code }) => code),
    forced,
    report: reportUri,
  };
  const moved = await moveChampion(client, base, entry, by);
  return moved ? { ...result, reportUri } : undefined;
}
