import type { Metric } from '../metric.ts';
import { rocAuc } from '../roc-auc.ts';
import type { MulticlassSample } from './multiclass-sample.ts';

/**
 * Mean over the classes of the ROC AUC of each against all others; scikit-learn's
 * `roc_auc_score(multi_class='ovr', average='macro')`.
 *
 * @throws {UndefinedMetricError} if a class has no row.
 */
export const rocAucOvr: Metric<MulticlassSample> = {
  direction: 'maximize',
  needs: 'scores',
  of: ({ oneVersusRest }) =>
    oneVersusRest.reduce((sum, sample) => sum + rocAuc.of(sample), 0) / oneVersusRest.length,
};
