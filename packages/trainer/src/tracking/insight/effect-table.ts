import { classEffectRows, effectRows, frequentClasses } from '../../report/index.ts';
import type { ReportRow } from '../../report/index.ts';
import type { PreparedSweep } from '../../sweep/prepare.ts';
import type { VariantResult } from '../../sweep/result.ts';

/** What groups of values do to the margin of the explained rows; of several classes, to that of each frequent one. */
export function effectTable(
  { codec, features, target }: PreparedSweep,
  { shap, split }: VariantResult,
): readonly ReportRow[] {
  const rows = split.testRows.subarray(0, shap.rows);
  const explained = {
    rows,
    features: codec.featureNames,
    contributions: shap.contributions,
  };
  if (target.task !== 'multiclass') return effectRows(features, explained);
  const classes = target.classes.map(String);
  const codes = frequentClasses(target.labels, classes.length);
  return classEffectRows(features, { ...explained, classes }, codes);
}
