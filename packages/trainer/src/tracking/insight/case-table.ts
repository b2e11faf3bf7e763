import { applyCalibration } from '@xgflow/model';
import { Booster, DMatrix } from '@xgflow/xgboost-node';
import {
  againstOthers,
  caseRows,
  classCases,
  decisionCases,
  frequentClasses,
  typicalCases,
  usualNumber,
  valueCases,
} from '../../report/index.ts';
import type { CaseRow, CaseWish, MadeCases } from '../../report/index.ts';
import { marginOf } from '../../sweep/exposure.ts';
import type { PreparedSweep } from '../../sweep/prepare.ts';
import type { VariantResult } from '../../sweep/result.ts';
import { labelsOf } from '../../sweep/work/labels-of.ts';

/** Made-up rows that stand for low and high scores, or for the classes, with the reasons of their scores. */
export function caseTable(prepared: PreparedSweep, result: VariantResult): CaseRow[] {
  const { exposure, features } = prepared;
  const made = typicalCases(features, result.split.testRows, wishes(prepared, result));
  if (made.cases.length === 0) return [];
  const usual = exposure && Float64Array.from(made.madeFrom, (rows) => usualNumber(exposure, rows));
  return caseRows(
    { ...made, exposure: usual, ...explain(prepared, result, made, usual) },
    { table: features, rows: result.split.trainRows },
  );
}

function wishes({ exposure, target }: PreparedSweep, result: VariantResult): CaseWish[] {
  const { split, testPredictions, threshold } = result;
  switch (target.task) {
    case 'binary':
      return decisionCases(testPredictions, threshold?.threshold);
    case 'multiclass': {
      const classes = target.classes.map(String);
      return classCases(testPredictions, classes, frequentClasses(target.labels, classes.length));
    }
    case 'regression': {
      const own = exposure && labelsOf(split.testRows, exposure);
      return valueCases(
        Float64Array.from(testPredictions, (value, row) => value / (own?.[row] ?? 1)),
      );
    }
  }
}

/** What the model says of the cases; of several classes, of the one that each stands for. */
function explain(
  { codec, target }: PreparedSweep,
  { calibration, model }: VariantResult,
  { cases, table }: MadeCases,
  exposure: Float64Array | undefined,
) {
  using booster = Booster.fromBuffer(model);
  using matrix = DMatrix.fromColumns(codec.encodeTable(table), {
    nthread: 1,
    ...(exposure ? { baseMargin: marginOf(exposure) } : {}),
  });
  const scores = booster.predict(matrix).values;
  const contributions = booster.predict(matrix, { output: 'contributions' }).values;
  if (target.task !== 'multiclass') {
    return { scores: calibration ? applyCalibration(calibration, scores) : scores, contributions };
  }
  const classes = target.classes.map(String);
  const features = codec.featureNames;
  const explained = { rows: Int32Array.from(cases.keys()), features, classes, contributions };
  const width = features.length + 1;
  const own = cases.map(({ class: name }, row) => {
    const code = classes.indexOf(name ?? '');
    return {
      score: scores[row * classes.length + code] ?? NaN,
      contributions: againstOthers(explained, code).contributions.subarray(
        row * width,
        (row + 1) * width,
      ),
    };
  });
  return {
    scores: Float32Array.from(own, ({ score }) => score),
    contributions: Float32Array.from(own.flatMap((each) => [...each.contributions])),
  };
}
