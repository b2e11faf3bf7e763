import { closest } from '@xgflow/data/closest';
import { InvalidParamError, serializeParams } from '@xgflow/xgboost-node';
import { ConfigError } from '../config/index.ts';
import type { VariantPlan } from './variant-plan.ts';

/**
 * Holds the constraints of a variant against the features, which only the table knows.
 *
 * @param file the sweep file, for the message
 * @throws {ConfigError} a feature that is not there, or a direction other than -1, 0 and 1
 */
export function checkConstraints(
  { name, params }: Pick<VariantPlan, 'name' | 'params'>,
  features: readonly string[],
  file: string,
): void {
  const { monotone_constraints, interaction_constraints } = params;
  try {
    serializeParams({ monotone_constraints, interaction_constraints } as never, features);
  } catch (error) {
    if (!(error instanceof InvalidParamError)) throw error;
    const [what = '', fix = ''] = error.message.split('; ');
    const wrong = named(error.value).find((feature) => !features.includes(feature));
    const near = wrong === undefined ? undefined : closest(wrong, features);
    throw new ConfigError(file, [
      { what, where: `${file}, variant ${name}`, fix: near ? `did you mean ${near}?` : fix },
    ]);
  }
}

/** The features that a constraint names. */
function named(constraint: unknown): readonly string[] {
  if (typeof constraint !== 'object' || constraint === null) return [];
  const parts = Array.isArray(constraint)
    ? (constraint.flat() as unknown[])
    : Object.keys(constraint);
  return parts.filter((part) => typeof part === 'string');
}
