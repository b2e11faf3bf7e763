import { fittedPictures, renderPictures } from '../report/index.ts';
import type { FittedReport, RenderedReport } from '../report/index.ts';
import { logLinkObjectives } from '../config/index.ts';
import type { EnsembleResult } from '../sweep/ensemble-result.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult } from '../sweep/result.ts';
import { reasonFiles, scoreFiles } from './insight/insight-files.ts';
import { scorePictures } from './score-pictures.ts';
import { scoredEnsemble, scoredVariant } from './scored-result.ts';

/** A variant's pictures and their tables, and the tables that the report for the business is made from. */
export async function variantReport(
  prepared: PreparedSweep,
  result: VariantResult,
): Promise<RenderedReport> {
  const scored = scoredVariant(prepared, result);
  return together(
    await renderPictures([
      ...scorePictures(prepared, scored),
      ...fittedPictures(fittedReport(prepared, result)),
    ]),
    scoreFiles(prepared, scored),
    reasonFiles(prepared, result),
  );
}

/** An ensemble's: those that are made from scores. It has no rounds, no splits and no reasons of its own. */
export async function ensembleReport(
  prepared: PreparedSweep,
  result: EnsembleResult,
): Promise<RenderedReport> {
  const scored = scoredEnsemble(result);
  return together(
    await renderPictures(scorePictures(prepared, scored)),
    scoreFiles(prepared, scored),
  );
}

function together(...parts: readonly RenderedReport[]): RenderedReport {
  return {
    files: parts.flatMap(({ files }) => files),
    errors: parts.flatMap(({ errors }) => errors),
  };
}

function fittedReport(prepared: PreparedSweep, result: VariantResult): FittedReport {
  return {
    variant: result.name,
    curves: result.curves,
    rounds: result.fit.rounds,
    gain: result.importance,
    shap: result.shap,
    marginUnit: marginUnit(prepared, result),
  };
}

/** In what the contributions of features add up. */
function marginUnit({ config, target }: PreparedSweep, { fit }: VariantResult): string {
  if (target.task === 'binary') return 'log-odds';
  if (target.task === 'multiclass') return 'summed over the classes';
  const isLog = logLinkObjectives.includes(String(fit.params.objective));
  return isLog ? `log of ${config.target}` : config.target;
}
