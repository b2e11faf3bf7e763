import { tagsOf } from '@xgflow/mlflow-client';
import type { Run } from '@xgflow/mlflow-client';
import type { ResolvedConfig } from '../../config/index.ts';
import { runTags } from '../../record/run-tags.ts';
import type { VariantStory } from '../briefing.ts';
import { changesOf, ensembleWords } from '../words/variant-words.ts';

/** What was tried: one story for each variant of the file, then one for each ensemble. */
export function variantStories(config: ResolvedConfig, runs: readonly Run[]): VariantStory[] {
  const [first] = Object.values(config.variants);
  const variants = Object.entries(config.variants).map(([name, variant]) => ({
    ...storyOf(name, runs),
    changes: first ? changesOf(variant, first) : [],
    trials: variant.search.trials,
  }));
  const ensembles = Object.entries(config.ensembles ?? {}).map(([name, { of, method }]) => ({
    ...storyOf(name, runs),
    changes: [ensembleWords(method, of)],
    trials: 0,
    members: of,
  }));
  return [...variants, ...ensembles];
}

/** Of several runs of one name the last that finished, or else the last. */
function storyOf(
  name: string,
  runs: readonly Run[],
): Pick<VariantStory, 'name' | 'failedTrials' | 'seconds' | 'finished'> {
  const own = runs
    .filter((run) => tagsOf(run)[runTags.variant] === name)
    .toSorted((a, b) => Number(b.info.start_time) - Number(a.info.start_time));
  const run = own.find(({ info }) => info.status === 'FINISHED') ?? own[0];
  const [start, end] = [Number(run?.info.start_time), Number(run?.info.end_time)];
  return {
    name,
    failedTrials: run ? Number(tagsOf(run)[runTags.failedTrials] ?? 0) : 0,
    seconds: end > 0 ? (end - start) / 1000 : NaN,
    finished: run?.info.status === 'FINISHED',
  };
}
