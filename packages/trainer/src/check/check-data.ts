import { checkTable, findDuplicates, readCsv } from '@xgflow/data';
import type { CheckReport, Table } from '@xgflow/data';
import type { LoadedSweepConfig } from '../config/index.ts';
import { findLeaks } from '../leakage/find-leaks.ts';
import type { LeakageSuspect } from '../leakage/find-leaks.ts';
import { SplitError } from '../split/index.ts';
import { planSplit } from '../sweep/split-plan.ts';
import { binaryTarget } from '../sweep/target.ts';
import { TargetError } from '../sweep/target-error.ts';
import type { BinaryTarget } from '../sweep/target.ts';
import { variantPlans } from '../sweep/variant-plan.ts';

/** What a table is worth to a sweep file, before anything runs. */
export interface DataCheck {
  /** Whether a sweep would run on the table. */
  readonly ok: boolean;
  readonly rows: number;
  readonly features: number;
  /** Classes and rows of the positive one; undefined when the target cannot be learned. */
  readonly target:
    { readonly classes: BinaryTarget['classes']; readonly positives: number } | undefined;
  /** The sweep file's `checks` and `duplicates`. */
  readonly report: CheckReport;
  /** What else stops a sweep: a target without two classes, a class too small for the folds. One line each. */
  readonly problems: readonly string[];
  /** Columns that may leak the target. They stop nothing. */
  readonly suspects: readonly LeakageSuspect[];
  /** Rows that repeat an earlier one, whatever the sweep file says of them. */
  readonly duplicates: number;
}

/**
 * Runs the checks of a sweep file on a table and looks for leaks; trains nothing.
 *
 * @param options.source the table. Default: the sweep file's.
 * @throws DataError for a file that cannot be read as a table, or lacks a column that the sweep file names
 */
export async function checkData(
  { config, sourcePath }: LoadedSweepConfig,
  options: { readonly source?: string; readonly signal?: AbortSignal } = {},
): Promise<DataCheck> {
  const { source = sourcePath, signal } = options;
  const table = await readCsv(source, {
    categorical: [...new Set([...config.categorical, config.target])],
    drop: config.drop,
    ...(signal ? { signal } : {}),
  });
  const report = checkTable(table, {
    columns: config.checks,
    duplicates: config.duplicates === 'fail' ? 'error' : 'allow',
  });
  const problems: string[] = [];
  const keptOut = config.sensitive_use === 'slices_only' ? config.sensitive : [];
  const features = table.drop([config.target, ...keptOut]);
  const target = collect(problems, () => targetOf(table, config));
  if (target) {
    for (const { split } of variantPlans(config)) {
      collect(problems, () => planSplit(target.labels, split));
    }
  }
  return {
    ok: report.ok && problems.length === 0,
    rows: table.rowCount,
    features: features.columns.length,
    target: target && {
      classes: target.classes,
      positives: target.labels.reduce((sum, label) => sum + label, 0),
    },
    report,
    problems: [...new Set(problems)],
    suspects: target ? findLeaks(features, target.labels) : [],
    duplicates: findDuplicates(table).length,
  };
}

function targetOf(table: Table, config: LoadedSweepConfig['config']): BinaryTarget {
  return binaryTarget(table, config.target, config.positive_class);
}

function collect<T>(problems: string[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TargetError || error instanceof SplitError)) throw error;
    problems.push(error.message);
    return undefined;
  }
}
