import { renderPictures, variantPictures } from '../report/index.ts';
import type { RenderedReport } from '../report/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult } from '../sweep/result.ts';
import { labelsOf } from '../sweep/work/labels-of.ts';

/** A variant's pictures and their tables. */
export function variantReport(
  { config, target }: PreparedSweep,
  result: VariantResult,
): Promise<RenderedReport> {
  if (target.task !== 'binary') return renderPictures([]);
  const [negative, positive] = target.classes;
  const pictures = variantPictures({
    variant: result.name,
    target: config.target,
    classes: [String(negative), String(positive)],
    test: {
      labels: labelsOf(result.split.testRows, target.labels),
      scores: result.testPredictions,
    },
    metrics: result.metrics,
    curves: result.curves,
    rounds: result.fit.rounds,
    gain: result.importance,
    shap: result.shap,
  });
  return renderPictures(pictures);
}
