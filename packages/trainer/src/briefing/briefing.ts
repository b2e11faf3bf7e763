import type { ResolvedConfig } from '../config/index.ts';
import type { MetricKey } from '../record/metric-key.ts';
import type { VariantRun } from '../record/variant-run.ts';
import type { CaseRow, ColumnRow, EffectRow } from '../report/index.ts';
import type { EnsembleVerdict } from './ensemble-verdicts.ts';
import type { Findings } from './findings.ts';
import type { Standing } from './standings.ts';

/** A sweep as the report for the business tells it; everything comes from the tracking server. */
export interface Briefing {
  readonly experiment: string;
  readonly sweepId: string;
  /** Unix time in milliseconds. */
  readonly startTime: number;
  readonly config: ResolvedConfig;
  /** What variants and ensembles are ranked by. */
  readonly metric: MetricKey;
  /** The finished variants and ensembles, best first; never empty. */
  readonly standings: readonly Standing[];
  /** Whether each finished ensemble earns its place; empty where there is none. */
  readonly ensembles: readonly EnsembleVerdict[];
  /** What the cross-validated metric would choose, without a look at the test cases. */
  readonly cvChoice: string | undefined;
  /** In the order of the sweep file. */
  readonly variants: readonly VariantStory[];
  /** The best variant or ensemble. */
  readonly best: BestRun;
  readonly data: DataStory;
}

/** What was tried under one name. */
export interface VariantStory {
  readonly name: string;
  /** What it does otherwise than the first one; empty for the first. Of an ensemble, how it is made. */
  readonly changes: readonly string[];
  /** 0 of an ensemble. */
  readonly trials: number;
  readonly failedTrials: number;
  /** From its beginning to its end. NaN when it did not end. */
  readonly seconds: number;
  readonly finished: boolean;
  /** Of an ensemble, the variants that it is made of. */
  readonly members?: readonly string[];
}

/** The run that the report is about. */
export interface BestRun {
  readonly run: VariantRun;
  readonly findings: Findings;
  readonly reasons: Reasons;
}

/** Why a variant predicts as it does; empty where its run does not hold the tables. */
export interface Reasons {
  /** The best variant; of an ensemble, its best variant: an ensemble has no reasons of its own. */
  readonly run: VariantRun;
  readonly effects: readonly EffectRow[];
  readonly cases: readonly CaseRow[];
}

export interface DataStory {
  readonly columns: readonly ColumnRow[];
  /** `rows`, `positives`, `repeated_rows`, `train_rows`, `test_rows` …; those that are known. */
  readonly facts: ReadonlyMap<string, number>;
}
