import { directionOf } from '../metrics/index.ts';
import { renderPictures, sweepPictures } from '../report/index.ts';
import type { RenderedReport, TrialPoint } from '../report/index.ts';
import type { VariantPlan } from '../sweep/variant-plan.ts';
import { runName } from './names.ts';

/**
 * The pictures of a whole sweep and their tables. Variants that were scored by different metrics
 * cannot share an axis: then there is a set of pictures for each metric, named after it.
 *
 * @param trials of each variant, by its name; variants without any are left out
 */
export function sweepReport(
  sweepId: string,
  plans: readonly VariantPlan[],
  trials: ReadonlyMap<string, readonly TrialPoint[]>,
): Promise<RenderedReport> {
  const recorded = plans.filter(({ name }) => (trials.get(name) ?? []).length > 0);
  const scorings = [...new Set(recorded.map(({ search }) => search.scoring))];
  const pictures = scorings.flatMap((scoring) => {
    const judged = recorded.filter(({ search }) => search.scoring === scoring);
    return sweepPictures({
      sweep: runName.sweep(sweepId),
      scoring,
      direction: directionOf(scoring),
      logarithmic: new Set(judged.flatMap(logarithmicNames)),
      trials: judged.flatMap(({ name }) => trials.get(name) ?? []),
      suffix: scorings.length > 1 ? `-${scoring}` : '',
    });
  });
  return renderPictures(pictures);
}

function logarithmicNames({ space }: VariantPlan): string[] {
  return Object.entries(space).flatMap(([name, distribution]) =>
    'log_uniform' in distribution ? [name] : [],
  );
}
