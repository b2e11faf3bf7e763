import type { ParamValue } from '@xgflow/mlflow-client';
import type { EnsembleResult } from '../sweep/ensemble-result.ts';

/** An ensemble's params: how it is combined, of which variants, and how it was split. */
export function ensembleParams({
  combiner,
  members,
  plan,
}: EnsembleResult): Record<string, ParamValue> {
  const { folds, seed, stratify, testSize } = plan.split;
  return {
    'ensemble.method': plan.method,
    'ensemble.of': members.map(({ name }) => name).join(','),
    ...Object.fromEntries(
      combiner.method === 'stacked'
        ? stackParams(combiner)
        : members.map(({ name }, at) => [`ensemble.weight.${name}`, combiner.weights[at] ?? 0]),
    ),
    'split.test_size': testSize,
    'split.seed': seed,
    'split.stratify': stratify,
    'search.folds': folds,
  };
}

/** Of several classes the numbers are many: they are in the model's own record. */
function stackParams({
  coefficients,
  intercepts,
}: {
  readonly coefficients: readonly (readonly number[])[];
  readonly intercepts: readonly number[];
}): [string, ParamValue][] {
  const [intercept] = intercepts;
  if (coefficients.length !== 1 || intercept === undefined) return [];
  return [
    ['ensemble.intercept', intercept],
    ...(coefficients[0] ?? []).map((value, at): [string, ParamValue] => [
      `ensemble.coefficient.${at}`,
      value,
    ]),
  ];
}
