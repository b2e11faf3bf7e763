import type { Comparison } from '../compare/comparison.ts';
import type { ResolvedConfig } from '../config/index.ts';
import type { CaseRow, ColumnRow, EffectRow, SliceRow } from '../report/index.ts';
import type { VariantRun } from '../record/variant-run.ts';

/** A sweep as the report for the business tells it; everything comes from the tracking server. */
export interface Briefing {
  readonly experiment: string;
  readonly sweepId: string;
  /** Unix time in milliseconds. */
  readonly startTime: number;
  readonly config: ResolvedConfig;
  /** The finished variants, best first. */
  readonly comparison: Comparison;
  /** In the order of the sweep file. */
  readonly variants: readonly VariantStory[];
  /** The best variant. */
  readonly best: BestVariant;
  readonly data: DataStory;
}

/** What was tried under one name. */
export interface VariantStory {
  readonly name: string;
  /** What it does otherwise than the first one; empty for the first. */
  readonly changes: readonly string[];
  readonly trials: number;
  readonly failedTrials: number;
  /** From its beginning to its end. NaN when it did not end. */
  readonly seconds: number;
  readonly finished: boolean;
}

/** The tables of the best variant's run; one that the run does not hold is empty. */
export interface BestVariant {
  readonly run: VariantRun;
  /** The positive class as the target column writes it. */
  readonly positive: string;
  readonly decisions: Decisions;
  readonly gains: readonly { readonly rowsShare: number; readonly gain: number }[];
  readonly calibration: readonly {
    readonly rows: number;
    readonly predicted: number;
    readonly observed: number;
  }[];
  readonly slices: readonly SliceRow[];
  readonly effects: readonly EffectRow[];
  readonly cases: readonly CaseRow[];
}

/** The test rows by what they are and what the model decided. */
export interface Decisions {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

export interface DataStory {
  readonly columns: readonly ColumnRow[];
  /** `rows`, `positives`, `repeated_rows`, `train_rows`, `test_rows` …; those that are known. */
  readonly facts: ReadonlyMap<string, number>;
}
