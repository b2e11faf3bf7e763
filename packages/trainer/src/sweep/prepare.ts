import type { SourceLocation, Table } from '@xgflow/data';
import { Codec, packageVersion } from '@xgflow/model';
import { libraryInfo } from '@xgflow/xgboost-node';
import { configHash } from '../config/index.ts';
import type { LoadedSweepConfig, ResolvedConfig } from '../config/index.ts';
import { spaceSize } from '../search/index.ts';
import { readTable } from '../source/index.ts';
import type { ContractOutcome, ReadTableOptions } from '../source/index.ts';
import { checkFloats } from './check-floats.ts';
import { checkTreatment } from './check-treatment.ts';
import type { SweepIdentity } from './identity.ts';
import { ensemblePlans } from './ensemble-plan.ts';
import type { EnsemblePlan } from './ensemble-plan.ts';
import { marginOf, readExposure } from './exposure.ts';
import { checkRows, keepRows } from './kept-rows.ts';
import { movedBaseRate } from './moved-base-rate.ts';
import { planSplit } from './split-plan.ts';
import {
  categoricalColumns,
  noFeatures,
  readTarget,
  requireColumns,
  targetNumbers,
} from './target.ts';
import type { Target } from './target.ts';
import { variantPlans } from './variant-plan.ts';
import type { VariantPlan } from './variant-plan.ts';
import { labelsOf } from './work/labels-of.ts';
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
 *   ExposureError · SplitError · ResampleError
 */
export async function prepareSweep(
  loaded: LoadedSweepConfig,
  options: ReadTableOptions = {},
): Promise<PreparedSweep> {
  const { config, location, sourcePath } = loaded;
  const columns = { categorical: categoricalColumns(config), drop: config.drop };
  const read = await readTable(loaded, columns, options);
  const { contract, digest: dataDigest, snapshot, table: raw } = read;
  const warnings: string[] = [...read.warnings];
  const kept = keepRows(raw, config);
  const { table, fileRows } = kept;
  if (fileRows) warnings.push(leftOut(raw.rowCount - fileRows.length));
  checkRows(kept, config, sourcePath);
  requireColumns(table, config, sourcePath);
  const features = table.drop([...noFeatures(config), ...keptOut(config, warnings)]);
  // Read from the table as it came: an error names a row of the file.
  checkFloats(raw, [...features.columnNames, ...targetNumbers(config)]);
  const ofKept = (values: Float64Array): Float64Array =>
    fileRows ? labelsOf(fileRows, values) : values;
  const whole = readTarget(raw, config);
  const target = { ...whole, labels: ofKept(whole.labels) };
  const exposure =
    config.exposure === undefined ? undefined : ofKept(readExposure(raw, config.exposure));
  warnings.push(...features.columns.filter(({ missing }) => missing === table.rowCount).map(empty));
  const codec = Codec.fromTable(features);
  const plans = variantPlans(config, target);
  const work = {
    task: target.task,
    columns: codec.encodeTable(features),
    labels: target.labels,
    ...(exposure ? { baseMargin: marginOf(exposure) } : {}),
  };
  // Before anything runs: a class too small for the folds is known now.
  for (const plan of plans) {
    checkTreatment(plan, planSplit(target.labels, plan.split, target.task), work);
  }
  warnings.push(...plans.flatMap(smallSpace), ...plans.flatMap(movedBaseRate));
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
    warnings,
  };
}

function versions(): string {
  return `xgflow=${packageVersion()} xgboost=${libraryInfo().version}`;
}

function leftOut(rows: number): string {
  const repeat =
    rows === 1 ? '1 row repeats an earlier one and is' : `${rows} rows repeat earlier ones and are`;
  return `${repeat} left out (duplicates: drop)`;
}

/** Sensitive columns are used by the model with a warning, or kept out of it. */
function keptOut(config: ResolvedConfig, warnings: string[]): readonly string[] {
  if (config.sensitive.length === 0) return [];
  const names = config.sensitive.join(', ');
  if (config.sensitive_use === 'slices_only') return config.sensitive;
  warnings.push(
    `the model uses sensitive columns: ${names} · set sensitive_use: slices_only to keep them out`,
  );
  return [];
}

function empty({ name }: Table['columns'][number]): string {
  return `no cell of column ${name} has a value · list it under drop`;
}

function smallSpace({ name, search, space }: VariantPlan): string[] {
  const points = spaceSize(space);
  if (points >= search.trials) return [];
  return [
    `variant ${name} runs ${points} trials, not ${search.trials}: its space has no more points`,
  ];
}
