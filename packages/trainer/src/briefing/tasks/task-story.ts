import type { MetricName } from '../../metrics/index.ts';
import type { CaseRow } from '../../report/index.ts';
import type { Html } from '../page/html.ts';
import type { EffectScale } from '../words/effect-scale.ts';
import type { GroupStory } from './group-story.ts';

/** What a task has to say of its own: the chapters ask it, and know no task. */
export interface TaskStory {
  /** Items of the first chapter: how good it is, in words. */
  readonly headline: readonly Html[];
  /** The chapter of quality but for its measures: pictures and tables of the test cases. */
  readonly quality: () => Promise<Html>;
  /** The measures that are told with their intervals, where the run has them. */
  readonly measures: readonly MetricName[];
  /** What must be known of the measures; undefined: nothing. */
  readonly measuresNote: Html | undefined;
  /** Why the metric by which the variants are ranked may mislead here, and by which to rank; undefined: it does not. */
  readonly rankingNote: Html | undefined;
  readonly groups: GroupStory;
  readonly reasons: ReasonWords;
  /** What the target is, as the end of a sentence: `positive in 6 % of the cases`. */
  readonly target: string | undefined;
  /** What the strength of a column alone is, as the end of a sentence. */
  readonly alone: string;
}

/** How the reasons of a task are told. */
export interface ReasonWords {
  readonly scale: EffectScale;
  /** What is moved: `the odds of status = yes`. @param name of the class, of several */
  readonly moved: (name: string | undefined) => string;
  /** What contributions are and what they are told as. */
  readonly intro: Html;
  /** Of a made-up case. */
  readonly caseTitle: (row: CaseRow) => string;
  readonly caseSays: (row: CaseRow) => Html;
}
