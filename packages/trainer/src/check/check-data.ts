import { findDuplicates } from '@xgflow/data';
import type { CheckReport } from '@xgflow/data';
import { Codec, CodecError } from '@xgflow/model';
import { ConfigError } from '../config/index.ts';
import type { LoadedSweepConfig } from '../config/index.ts';
import { findLeaks } from '../leakage/find-leaks.ts';
import type { LeakageSuspect } from '../leakage/find-leaks.ts';
import { ResampleError } from '../resample/index.ts';
import { SplitError } from '../split/index.ts';
import { readTable } from '../source/index.ts';
import type { ContractOutcome, ReadTableOptions } from '../source/index.ts';
import { checkConstraints } from '../sweep/check-constraints.ts';
import { checkFloats } from '../sweep/check-floats.ts';
import { checkTreatment } from '../sweep/check-treatment.ts';
import { planSplit } from '../sweep/split-plan.ts';
import { ExposureError } from '../sweep/exposure-error.ts';
import { readExposure } from '../sweep/exposure.ts';
import { keepRows, ofKept, reportOfRows } from '../sweep/kept-rows.ts';
import { FeatureNameError } from '../sweep/feature-name-error.ts';
import { NoFeaturesError } from '../sweep/no-features-error.ts';
import { planWarnings, tableWarnings } from '../sweep/plan-warnings.ts';
import {
  categoricalColumns,
  classNameOf,
  keptOut,
  noFeatures,
  readTarget,
  requireColumns,
  requireFeatures,
  targetNumbers,
} from '../sweep/target.ts';
import type { Target } from '../sweep/target.ts';
import { TargetError } from '../sweep/target-error.ts';
import { TooLargeError } from '../sweep/too-large-error.ts';
import { describeTarget } from './target-summary.ts';
import type { TargetSummary } from './target-summary.ts';
import { variantPlans } from '../sweep/variant-plan.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';

/** What a table is worth to a sweep file, before anything runs. */
export interface DataCheck {
  /** Whether a sweep would run on the table. */
  readonly ok: boolean;
  readonly rows: number;
  readonly features: number;
  /** Undefined when the target cannot be learned. */
  readonly target: TargetSummary | undefined;
  /** The sweep file's `checks` and `duplicates`. */
  readonly report: CheckReport;
  /**
   * What else stops a sweep: a target without classes, a feature's name, a category without any level, a constraint on
   * no feature, a number that is too large, a class too small for the folds or for the neighbours of SMOTE, an exposure
   * of 0. One line each.
   */
  readonly problems: readonly string[];
  /** Columns that may leak the target. They stop nothing. */
  readonly suspects: readonly LeakageSuspect[];
  /** Rows that repeat an earlier one, whatever the sweep file says of them. */
  readonly duplicates: number;
  /** What became of the contract, for a source that has one. */
  readonly contract: ContractOutcome | undefined;
  /** What the user should know, such as an order that is nowhere defined, or a space with fewer points than trials. */
  readonly warnings: readonly string[];
}

/**
 * Runs the checks of a sweep file on a table and looks for leaks; trains nothing.
 *
 * @param loaded its `location` says which table: the sweep file's, or another
 * @throws DataError for a file that cannot be read as a table, or lacks a column that the sweep file names
 */
export async function checkData(
  loaded: LoadedSweepConfig,
  options: ReadTableOptions = {},
): Promise<DataCheck> {
  const { config } = loaded;
  const columns = { categorical: categoricalColumns(config), drop: config.drop };
  const { contract, table: raw, warnings } = await readTable(loaded, columns, options);
  const kept = keepRows(raw, config);
  const report = reportOfRows(kept, config);
  requireColumns(raw, config, loaded.sourcePath);
  const problems: string[] = [];
  const features = kept.table.drop([...noFeatures(config), ...keptOut(config)]);
  collect(problems, () => {
    requireFeatures(features, config, loaded.sourcePath);
  });
  collect(problems, () => {
    checkFloats(raw, [...features.columnNames, ...targetNumbers(config)]);
  });
  const whole = collect(problems, () => readTarget(raw, config));
  const target = whole && { ...whole, labels: ofKept(kept, whole.labels) };
  const { exposure } = config;
  if (exposure !== undefined) collect(problems, () => readExposure(raw, exposure));
  const plans = (target && collect(problems, () => variantPlans(config, target))) ?? [];
  const hasFeatures = features.columns.length > 0;
  const codec = hasFeatures ? collect(problems, () => Codec.fromTable(features)) : undefined;
  for (const plan of plans) {
    collect(problems, () => {
      checkConstraints(plan, features.columnNames, loaded.path);
    });
  }
  if (target && (codec || !needsCells(plans))) {
    const columns = codec && needsCells(plans) ? codec.encodeTable(features) : [];
    problems.push(...splitProblems(plans, columns, target));
  }
  return {
    ok: report.ok && problems.length === 0,
    rows: raw.rowCount,
    features: features.columns.length,
    target: whole && describeTarget(whole),
    report,
    problems: [...new Set(problems)],
    suspects: target ? findLeaks(features, target) : [],
    duplicates: findDuplicates(raw).length,
    contract,
    warnings: [...warnings, ...tableWarnings(config, kept, features), ...planWarnings(plans)],
  };
}

function needsCells(plans: readonly VariantPlan[]): boolean {
  return plans.some(({ treatment }) => treatment.resample);
}

/** What stops a variant: a part that its split leaves empty, rows that cannot be resampled as it asks. */
function splitProblems(
  plans: readonly VariantPlan[],
  columns: ReturnType<Codec['encodeTable']>,
  target: Target,
): string[] {
  const problems: string[] = [];
  const { labels, task } = target;
  const nameOf = classNameOf(target);
  for (const plan of plans) {
    const split = collect(problems, () => planSplit(labels, plan.split, task, nameOf));
    if (!split) continue;
    collect(problems, () => {
      checkTreatment(plan, split, { columns, labels }, nameOf);
    });
  }
  return problems;
}

function collect<T>(problems: string[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!isProblem(error)) throw error;
    problems.push(error.message);
    return undefined;
  }
}

function isProblem(error: unknown): error is Error {
  return (
    error instanceof NoFeaturesError ||
    error instanceof ConfigError ||
    error instanceof CodecError ||
    error instanceof FeatureNameError ||
    error instanceof TargetError ||
    error instanceof TooLargeError ||
    error instanceof SplitError ||
    error instanceof ResampleError ||
    error instanceof ExposureError
  );
}
