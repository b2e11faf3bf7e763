import { checkFeatures, classSizes, classTargets, ResampleError } from '../resample/index.ts';
import type { ClassName } from '../split/class-name.ts';
import type { SplitPlan } from './split-plan.ts';
import type { VariantPlan } from './variant-plan.ts';
import { labelsOf } from './work/labels-of.ts';
import { takenColumns } from './work/taken-columns.ts';
import type { Workload } from './work/workload.ts';

/**
 * Whether the training part, and that of each fold, can be resampled as the variant asks: known before anything runs.
 *
 * @param nameOf what messages call a class. Default: its code
 * @throws {ResampleError} that names the variant
 */
export function checkTreatment(
  { name, treatment }: VariantPlan,
  split: SplitPlan,
  { columns, labels }: Pick<Workload, 'columns' | 'labels'>,
  nameOf?: ClassName,
): void {
  const { resample } = treatment;
  if (!resample) return;
  try {
    const { method } = resample;
    if (method === 'smote' || method === 'smote_nc') {
      const rows = Int32Array.from(labels, (_, row) => row);
      checkFeatures(takenColumns(columns, rows), method);
    }
    for (const rows of [split.trainRows, ...split.folds.map(({ train }) => train)]) {
      classTargets(classSizes(labelsOf(rows, labels)), resample, nameOf);
    }
  } catch (error) {
    if (!(error instanceof ResampleError)) throw error;
    throw new ResampleError(error.option, error.value, `variant ${name}: ${error.message}`);
  }
}
