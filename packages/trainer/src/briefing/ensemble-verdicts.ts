import type { MetricKey } from '../record/metric-key.ts';
import { runTags } from '../record/run-tags.ts';
import type { VariantRun } from '../record/variant-run.ts';
import { gainOver } from './standings.ts';
import type { PairedGain, ResampledRuns } from './standings.ts';

/** Whether an ensemble is worth its size. */
export interface EnsembleVerdict {
  readonly name: string;
  readonly members: readonly string[];
  /** Its best variant by the same metric. */
  readonly than: string;
  /** How much better it is than that; undefined where the two were not judged on the same resamples. */
  readonly gain: PairedGain | undefined;
}

/** Each finished ensemble against the best of its variants. @param ranked finished runs, best first */
export function ensembleVerdicts(
  ranked: readonly VariantRun[],
  metric: MetricKey,
  resampled: ResampledRuns,
): EnsembleVerdict[] {
  return ranked
    .filter(({ tags }) => tags[runTags.ensemble] !== undefined)
    .flatMap((run): EnsembleVerdict[] => {
      const members = membersOf(run);
      const than = ranked.find(({ variant }) => members.includes(variant));
      if (!than) return [];
      const gain = gainOver(run, than, metric, resampled);
      return [{ name: run.variant, members, than: than.variant, gain }];
    });
}

/** The variants of an ensemble, as its run names them; none of a variant. */
export function membersOf({ params }: Pick<VariantRun, 'params'>): string[] {
  return params['ensemble.of']?.split(',') ?? [];
}
