import { createHash } from 'node:crypto';
import { canonicalJson } from '../../config/index.ts';
import type { MetricDirection, MetricName } from '../../metrics/index.ts';
import type { PromotionPolicy } from '../policy/policy.ts';
import type { GateVerdict } from './gate-outcome.ts';
import type { Requirement } from './requirements.ts';
import type { SliceGain } from './slice-gains.ts';

/** A model version that took part. */
export interface GateModel {
  readonly version: string;
  readonly run_id: string | null;
  /** Of the model file; null where it could not be loaded. */
  readonly sha256: string | null;
  readonly threshold: number | null;
}

/** Rows that both were scored on. */
export interface GateRows {
  /** Name of the file, without its directory. */
  readonly source: string;
  /** First 16 hex digits of its SHA-256. */
  readonly digest: string;
  readonly count: number;
  /** `unseen_by_both`: neither trained on them; `candidate_test`: the candidate did not; `holdout`: a file of its own. */
  readonly choice: 'unseen_by_both' | 'candidate_test' | 'holdout';
  /** What is known about who has seen these rows, and which way that pulls the result. */
  readonly notes: readonly string[];
}

/** Everything that a gate found: the same comparison gives the same report, so it holds no time. */
export interface GateReport extends GateVerdict {
  readonly version: 1;
  readonly model: string;
  readonly candidate: GateModel;
  readonly champion: GateModel | null;
  /** Null where nothing had to be scored. */
  readonly rows: GateRows | null;
  readonly metric: {
    readonly name: MetricName;
    readonly direction: MetricDirection;
    readonly candidate: number;
    readonly champion: number;
    /** Null where one of them is infinitely far from what is best. */
    readonly gain: number | null;
    /** Null where too few resamples had a value. */
    readonly interval: readonly [low: number, high: number] | null;
    readonly defined_resamples: number;
  } | null;
  /** Other metrics of the same rows, for reading; null where one has no value. */
  readonly metrics: Readonly<
    Record<string, { readonly candidate: number | null; readonly champion: number | null }>
  >;
  readonly requirements: readonly Requirement[];
  readonly slices: readonly SliceGain[];
  readonly policy: PromotionPolicy;
}

/** The report's identity: first 16 hex digits of the SHA-256 of its canonical JSON. */
export function reportDigest(report: GateReport): string {
  return createHash('sha256').update(canonicalJson(report)).digest('hex').slice(0, 16);
}
