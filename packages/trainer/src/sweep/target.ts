import { UnknownColumnError } from '@xgflow/data';
import type { Table } from '@xgflow/data';
import { checkFeatureNames, InvalidArgumentError } from '@xgflow/xgboost-node';
import type { ResolvedConfig } from '../config/index.ts';
import { objectivesOf, taskOf } from '../config/index.ts';
import type { ClassName } from '../split/class-name.ts';
import { FeatureNameError } from './feature-name-error.ts';
import { NoFeaturesError } from './no-features-error.ts';
import { binaryTarget } from './targets/binary-target.ts';
import type { BinaryTarget } from './targets/binary-target.ts';
import { multiclassTarget } from './targets/multiclass-target.ts';
import type { MulticlassTarget } from './targets/multiclass-target.ts';
import { regressionTarget } from './targets/regression-target.ts';
import type { RegressionTarget } from './targets/regression-target.ts';

/** What is to be predicted: one number a row, and what it means. */
export type Target = BinaryTarget | MulticlassTarget | RegressionTarget;

/** Reads the target of a sweep file from its table. @throws TargetError when it is not what the task needs */
export function readTarget(table: Table, config: ResolvedConfig): Target {
  switch (taskOf(config)) {
    case 'binary':
      return binaryTarget(table, config.target, config.positive_class);
    case 'multiclass':
      return multiclassTarget(table, config.target);
    case 'regression':
      return regressionTarget(
        table,
        config.target,
        Object.values(config.variants).flatMap(objectivesOf),
      );
  }
}

/** What the file calls a class, by its code. */
export function classNameOf(target: Target): ClassName {
  return (code) => (target.task === 'regression' ? code : (target.classes[code] ?? code));
}

/** Columns that the sweep file names as something else than features; for the sensitive ones see `keptOut`. */
export function noFeatures({
  exposure,
  target,
}: Pick<ResolvedConfig, 'exposure' | 'target'>): string[] {
  return exposure === undefined ? [target] : [target, exposure];
}

/** Sensitive columns that the model does not see. */
export function keptOut({
  sensitive,
  sensitive_use: use,
}: Pick<ResolvedConfig, 'sensitive' | 'sensitive_use'>): readonly string[] {
  return use === 'slices_only' ? sensitive : [];
}

/** @param source what the table is called in the error @throws UnknownColumnError for a target or exposure that is not there */
export function requireColumns(table: Table, config: ResolvedConfig, source: string): void {
  const missing = noFeatures(config).find((name) => !table.has(name));
  if (missing !== undefined) throw new UnknownColumnError(missing, table.columnNames, source);
}

/**
 * @param source what the table is called
 * @throws NoFeaturesError where none of its columns is a feature · FeatureNameError for a name that XGBoost refuses
 */
export function requireFeatures(
  features: Table,
  { target }: Pick<ResolvedConfig, 'target'>,
  source: string,
): void {
  if (features.columns.length === 0) throw new NoFeaturesError(target, source);
  try {
    checkFeatureNames(features.columnNames, features.columns.length);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    const [what = ''] = error.message.split('; ');
    throw new FeatureNameError(
      `${what} · ${source} · rename the column in the table, or list it under drop`,
      { cause: error },
    );
  }
}

/** Columns that are read as categories, whatever their cells look like: those of the file, and classes. */
export function categoricalColumns(config: ResolvedConfig): string[] {
  const classes = taskOf(config) === 'regression' ? [] : [config.target];
  return [...new Set([...config.categorical, ...classes])];
}

/** The target's name where it is learned as numbers, not as classes. */
export function targetNumbers(config: ResolvedConfig): string[] {
  return taskOf(config) === 'regression' ? [config.target] : [];
}
