import { checkTable, findDuplicates } from '@xgflow/data';
import type { CheckReport } from '@xgflow/data';
import type { LoadedSweepConfig } from '../config/index.ts';
import { findLeaks } from '../leakage/find-leaks.ts';
import type { LeakageSuspect } from '../leakage/find-leaks.ts';
import { SplitError } from '../split/index.ts';
import { readTable } from '../source/index.ts';
import type { ContractOutcome, ReadTableOptions } from '../source/index.ts';
import { checkFloats } from '../sweep/check-floats.ts';
import { planSplit } from '../sweep/split-plan.ts';
import { ExposureError } from '../sweep/exposure-error.ts';
import { readExposure } from '../sweep/exposure.ts';
import {
  categoricalColumns,
  noFeatures,
  readTarget,
  requireColumns,
  targetNumbers,
} from '../sweep/target.ts';
import { TargetError } from '../sweep/target-error.ts';
import { TooLargeError } from '../sweep/too-large-error.ts';
import { describeTarget } from './target-summary.ts';
import type { TargetSummary } from './target-summary.ts';
import { variantPlans } from '../sweep/variant-plan.ts';

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
  /** What else stops a sweep: a target without classes, a number that is too large, a class too small for the folds, an exposure of 0. One line each. */
  readonly problems: readonly string[];
  /** Columns that may leak the target. They stop nothing. */
  readonly suspects: readonly LeakageSuspect[];
  /** Rows that repeat an earlier one, whatever the sweep file says of them. */
  readonly duplicates: number;
  /** What became of the contract, for a source that has one. */
  readonly contract: ContractOutcome | undefined;
  /** What the user should know of the reading, such as an order that is nowhere defined. */
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
  const { contract, table, warnings } = await readTable(loaded, columns, options);
  const report = checkTable(table, {
    columns: config.checks,
    duplicates: config.duplicates === 'fail' ? 'error' : 'allow',
  });
  requireColumns(table, config, loaded.sourcePath);
  const problems: string[] = [];
  const keptOut = config.sensitive_use === 'slices_only' ? config.sensitive : [];
  const features = table.drop([...noFeatures(config), ...keptOut]);
  collect(problems, () => {
    checkFloats(table, [...features.columnNames, ...targetNumbers(config)]);
  });
  const target = collect(problems, () => readTarget(table, config));
  const { exposure } = config;
  if (exposure !== undefined) collect(problems, () => readExposure(table, exposure));
  if (target) {
    for (const { split } of variantPlans(config, target)) {
      collect(problems, () => planSplit(target.labels, split, target.task));
    }
  }
  return {
    ok: report.ok && problems.length === 0,
    rows: table.rowCount,
    features: features.columns.length,
    target: target && describeTarget(target),
    report,
    problems: [...new Set(problems)],
    suspects: target ? findLeaks(features, target) : [],
    duplicates: findDuplicates(table).length,
    contract,
    warnings,
  };
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
    error instanceof TargetError ||
    error instanceof TooLargeError ||
    error instanceof SplitError ||
    error instanceof ExposureError
  );
}
