import { applyCalibration } from '@xgflow/model';
import { Booster, DMatrix } from '@xgflow/xgboost-node';
import {
  PictureError,
  caseRows,
  csvText,
  effectRows,
  sliceRows,
  typicalCases,
} from '../report/index.ts';
import type { CaseRow, RenderedReport, ReportFile, ReportRow } from '../report/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult } from '../sweep/result.ts';
import { labelsOf } from '../sweep/work/labels-of.ts';

/**
 * Where a variant of two classes fails and why it decides as it does, as tables: what the report for the
 * business is made from. They hold counts, shares and made-up rows, never a row of the data. Other tasks
 * have none yet.
 */
export function insightFiles(prepared: PreparedSweep, result: VariantResult): RenderedReport {
  if (prepared.target.task !== 'binary') return { files: [], errors: [] };
  const tables: Record<string, () => readonly ReportRow[]> = {
    slices: () => slices(prepared, result),
    effects: () =>
      effectRows(prepared.features, {
        rows: result.split.testRows.subarray(0, result.shap.rows),
        features: prepared.codec.featureNames,
        contributions: result.shap.contributions,
      }),
    'typical-cases': () => explainedCases(prepared, result),
  };
  const files: ReportFile[] = [];
  const errors: PictureError[] = [];
  for (const [name, rowsOf] of Object.entries(tables)) {
    try {
      const rows = rowsOf();
      if (rows.length > 0) files.push({ path: `tables/${name}.csv`, content: csvText(rows) });
    } catch (error) {
      errors.push(new PictureError(name, error));
    }
  }
  return { files, errors };
}

function slices({ config, features, sensitive, target }: PreparedSweep, result: VariantResult) {
  const { testRows } = result.split;
  const keptOut = sensitive.columns.filter(({ name }) => !features.has(name));
  return sliceRows({
    columns: [...features.columns, ...keptOut],
    sensitive: config.sensitive,
    rows: testRows,
    scored: { labels: labelsOf(testRows, target.labels), scores: result.testPredictions },
    threshold: thresholdOf(result),
  });
}

function explainedCases({ codec, features }: PreparedSweep, result: VariantResult): CaseRow[] {
  const { calibration, split, testPredictions } = result;
  const { cases, table } = typicalCases(
    features,
    split.testRows,
    testPredictions,
    thresholdOf(result),
  );
  if (cases.length === 0) return [];
  using booster = Booster.fromBuffer(result.model);
  using matrix = DMatrix.fromColumns(codec.encodeTable(table), { nthread: 1 });
  const scores = booster.predict(matrix).values;
  return caseRows(
    {
      cases,
      table,
      scores: calibration ? applyCalibration(calibration, scores) : scores,
      contributions: booster.predict(matrix, { output: 'contributions' }).values,
    },
    { table: features, rows: split.trainRows },
  );
}

/** Above it a row is decided positive, as in the other tables of the variant. */
function thresholdOf({ threshold }: VariantResult): number {
  return threshold?.threshold ?? 0.5;
}
