import {
  multiclassPictures,
  regressionPictures,
  renderPictures,
  variantPictures,
} from '../report/index.ts';
import type { FittedReport, Picture, RenderedReport, VariantReport } from '../report/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult } from '../sweep/result.ts';
import type { Target } from '../sweep/target.ts';
import { insightFiles } from './insight-files.ts';
import { labelsOf } from '../sweep/work/labels-of.ts';

/** A variant's pictures and their tables, and the tables of {@link insightFiles}. */
export async function variantReport(
  prepared: PreparedSweep,
  result: VariantResult,
): Promise<RenderedReport> {
  const pictures = await renderPictures(picturesOf(prepared, result));
  const insight = insightFiles(prepared, result);
  return {
    files: [...pictures.files, ...insight.files],
    errors: [...pictures.errors, ...insight.errors],
  };
}

function picturesOf(prepared: PreparedSweep, result: VariantResult): Picture[] {
  const { config, exposure, target } = prepared;
  const { testRows } = result.split;
  const fitted = fittedReport(config.target, target, result);
  const test = { labels: labelsOf(testRows, target.labels), scores: result.testPredictions };
  switch (target.task) {
    case 'binary': {
      const [negative, positive] = target.classes;
      const classes = [String(negative), String(positive)] as const;
      return variantPictures({ ...fitted, ...decisions(prepared, result), test, classes });
    }
    case 'multiclass':
      return multiclassPictures({ ...fitted, test, classes: target.classes.map(String) });
    case 'regression': {
      const { objective, quantile_alpha: alpha } = result.fit.params;
      const isQuantile = objective === 'reg:quantileerror' && typeof alpha === 'number';
      return regressionPictures({
        ...fitted,
        test: { ...test, exposure: exposure && labelsOf(testRows, exposure) },
        quantile: isQuantile ? alpha : undefined,
      });
    }
  }
}

/** How rows are decided, and what was done to the scores before. */
function decisions(
  { plans }: PreparedSweep,
  { name, outOfFold, threshold, uncalibratedTestPredictions: uncalibrated }: VariantResult,
): Pick<VariantReport, 'threshold' | 'thresholdChoice' | 'uncalibrated'> {
  const rule = plans.find((plan) => plan.name === name)?.threshold;
  return {
    threshold: threshold?.threshold ?? 0.5,
    ...(rule ? { thresholdChoice: { rule, outOfFold } } : {}),
    ...(uncalibrated ? { uncalibrated } : {}),
  };
}

function fittedReport(name: string, target: Target, result: VariantResult): FittedReport {
  return {
    variant: result.name,
    target: name,
    metrics: result.metrics,
    curves: result.curves,
    rounds: result.fit.rounds,
    gain: result.importance,
    shap: result.shap,
    marginUnit: marginUnit(name, target, result),
  };
}

/** In what the contributions of features add up. */
function marginUnit(name: string, { task }: Target, { fit }: VariantResult): string {
  if (task === 'binary') return 'log-odds';
  if (task === 'multiclass') return 'summed over the classes';
  const identity = ['reg:squarederror', 'reg:absoluteerror', 'reg:quantileerror'];
  return identity.includes(String(fit.params.objective)) ? name : `log of ${name}`;
}
