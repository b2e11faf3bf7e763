import type { Task } from '../metrics/index.ts';
import type { Space } from '../search/index.ts';
import type { ImbalanceSections } from './resolve-imbalance.ts';
import type { ResolvedEnsemble } from './ensemble-section.ts';
import type { FixedParams, SearchSection, SplitSection } from './sections.ts';
import type { SweepFile } from './sweep-file.ts';

/** One variant with everything filled in. */
export interface ResolvedVariant extends ImbalanceSections {
  readonly split: SplitSection;
  readonly search: SearchSection;
  /** The same for all trials. */
  readonly params: FixedParams;
  /** Drawn per trial; has no name in common with `params`. */
  readonly space: Space;
}

/** A sweep file with its defaults and overrides applied. Names are those of the file; it is plain JSON. */
export interface ResolvedConfig extends Omit<
  SweepFile,
  | 'task'
  | 'split'
  | 'search'
  | 'params'
  | 'space'
  | keyof ImbalanceSections
  | 'variants'
  | 'ensembles'
  | 'model'
> {
  /** Left out of a binary one, which is the default: its hash then is what it was before there were tasks. */
  readonly task?: Exclude<Task, 'binary'>;
  /** In the order of the file. */
  readonly variants: Readonly<Record<string, ResolvedVariant>>;
  /** Left out where there are none: the hash then is what it was before there were ensembles. */
  readonly ensembles?: Readonly<Record<string, ResolvedEnsemble>>;
  readonly model: { readonly name: string };
}

/** The task of a resolved sweep file. */
export function taskOf({ task }: Pick<ResolvedConfig, 'task'>): Task {
  return task ?? 'binary';
}
