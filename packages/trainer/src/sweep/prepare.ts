import type { SourceLocation, Table } from '@xgflow/data';
import { Codec, packageVersion } from '@xgflow/model';
import { libraryInfo } from '@xgflow/xgboost-node';
import { configHash } from '../config/index.ts';
import type { LoadedSweepConfig, ResolvedConfig } from '../config/index.ts';
import { readTable } from '../source/index.ts';
import type { ContractOutcome, ReadTableOptions } from '../source/index.ts';
import { checkConstraints } from './check-constraints.ts';
import { checkFloats } from './check-floats.ts';
import { checkTreatment } from './check-treatment.ts';
import type { SweepIdentity } from './identity.ts';
import { ensemblePlans } from './ensemble-plan.ts';
import type { EnsemblePlan } from './ensemble-plan.ts';
import { marginOf, readExposure } from './exposure.ts';
import { checkRows, keepRows, ofKept } from './kept-rows.ts';
import { planWarnings, tableWarnings } from './plan-warnings.ts';
import { planSplit } from './split-plan.ts';
import {
  categoricalColumns,
  classNameOf,
  keptOut,
  noFeatures,
  readTarget,
  requireColumns,
  requireFeatures,
  targetNumbers,
} from './target.ts';
import type { Target } from './target.ts';
import { variantPlans } from './variant-plan.ts';
import type { VariantPlan } from './variant-plan.ts';
import type { Workload } from './work/workload.ts';

/** A sweep that is read, checked and planned; nothing has run yet. */
export interface PreparedSweep {
  readonly config: ResolvedConfig;
  readonly configPath: string;
  readonly sourcePath: string;
  readonly location: SourceLocation;
  /** The file with the rows that were pulled, for a source that is pulled. */
  readonly snapshot: string | undefined;
  /** What became of the contract, for a source that has one. */
  readonly contract: ContractOutcome | undefined;
  readonly identity: SweepIdentity;
  /** Features only, in the model's order. */
  readonly features: Table;
  /** The sensitive columns, also those kept out of the model. */
  readonly sensitive: Table;
  readonly codec: Codec;
  readonly target: Target;
  /** Of each row, where the sweep file names its column; never a feature. */
  readonly exposure: Float64Array | undefined;
  readonly workload: Workload;
  readonly plans: readonly VariantPlan[];
  readonly ensembles: readonly EnsemblePlan[];
  /** Data row of the file (from 0) of each row of the table; undefined when no row was dropped. */
  readonly fileRows: Int32Array | undefined;
  readonly warnings: readonly string[];
}

/**
 * Reads the table, checks it, codes it and plans every variant.
 *
 * @throws DataError for a file that cannot be read as a table · CheckFailedError · TooLargeError · TargetError ·
 *   NoFeaturesError · FeatureNameError · ExposureError · ConfigError of a constraint · SplitError · ResampleError
 */
export async function prepareSweep(
  loaded: LoadedSweepConfig,
  options: ReadTableOptions = {},
): Promise<PreparedSweep> {
  const { config, location, sourcePath } = loaded;
  const columns = { categorical: categoricalColumns(config), drop: config.drop };
  const read = await readTable(loaded, columns, options);
  const { contract, digest: dataDigest, snapshot, table: raw } = read;
  const kept = keepRows(raw, config);
  const { table, fileRows } = kept;
  checkRows(kept, config, sourcePath);
  requireColumns(table, config, sourcePath);
  const features = table.drop([...noFeatures(config), ...keptOut(config)]);
  requireFeatures(features, config, sourcePath);
  // Read from the table as it came: an error names a row of the file.
  checkFloats(raw, [...features.columnNames, ...targetNumbers(config)]);
  const whole = readTarget(raw, config);
  const target = { ...whole, labels: ofKept(kept, whole.labels) };
  const exposure =
    config.exposure === undefined ? undefined : ofKept(kept, readExposure(raw, config.exposure));
  const codec = Codec.fromTable(features);
  const plans = variantPlans(config, target);
  for (const plan of plans) checkConstraints(plan, features.columnNames, loaded.path);
  const work = {
    task: target.task,
    columns: codec.encodeTable(features),
    labels: target.labels,
    ...(exposure ? { baseMargin: marginOf(exposure) } : {}),
  };
  const nameOf = classNameOf(target);
  // Before anything runs: a class too small for the folds is known now.
  for (const plan of plans) {
    const split = planSplit(target.labels, plan.split, target.task, nameOf);
    checkTreatment(plan, split, work, nameOf);
  }
  return {
    config,
    configPath: loaded.path,
    sourcePath,
    location,
    snapshot,
    contract,
    identity: { configHash: configHash(config), dataDigest, versions: versions() },
    features,
    sensitive: table.select(config.sensitive),
    codec,
    target,
    exposure,
    workload: work,
    plans,
    ensembles: ensemblePlans(config, plans),
    fileRows,
    warnings: [...read.warnings, ...tableWarnings(config, kept, features), ...planWarnings(plans)],
  };
}

function versions(): string {
  return `xgflow=${packageVersion()} xgboost=${libraryInfo().version}`;
}
