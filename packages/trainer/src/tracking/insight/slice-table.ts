import type { MetricName } from '../../metrics/index.ts';
import { binarySlices, classSlices, valueSlices } from '../../report/index.ts';
import type { ReportRow, SliceMetric } from '../../report/index.ts';
import type { PreparedSweep } from '../../sweep/prepare.ts';
import { judgementOf } from '../../sweep/work/judgement-of.ts';
import { labelsOf } from '../../sweep/work/labels-of.ts';
import { centreOf } from '../quantile-of.ts';
import type { ScoredResult } from '../scored-result.ts';

/** The test part by every column, sensitive ones that the model does not see among them, with what is said of each slice. */
export function sliceTable(prepared: PreparedSweep, result: ScoredResult): readonly ReportRow[] {
  const { config, exposure, features, sensitive, target } = prepared;
  const { testRows } = result.split;
  const sliced = {
    columns: [...features.columns, ...sensitive.columns.filter(({ name }) => !features.has(name))],
    sensitive: config.sensitive,
    rows: testRows,
  };
  const scored = { labels: labelsOf(testRows, target.labels), scores: result.testPredictions };
  switch (target.task) {
    case 'binary': {
      const threshold = result.threshold?.threshold ?? 0.5;
      return binarySlices({ ...sliced, scored, threshold });
    }
    case 'multiclass':
      return classSlices({ ...sliced, scored, classes: target.classes.map(String) });
    case 'regression':
      return valueSlices({
        ...sliced,
        values: { ...scored, exposure: exposure && labelsOf(testRows, exposure) },
        metric: sliceMetric(result),
        quantile: centreOf(result.params),
      });
  }
}

/** The sweep's metric, where it means something within a group; R² and actual over expected do not. */
function sliceMetric({ params, scoring }: ScoredResult): SliceMetric {
  const instead: Partial<Record<MetricName, SliceMetric['name']>> = {
    r2: 'rmse',
    ae_ratio: 'wape',
  };
  const name = instead[scoring] ?? (scoring as SliceMetric['name']);
  const judgement = judgementOf('regression', params);
  return judgement.task === 'regression' ? { ...judgement, name } : { name };
}
