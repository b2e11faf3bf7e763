import type { Briefing } from '../briefing.ts';
import { binaryStory } from './binary/binary-story.ts';
import { multiclassStory } from './multiclass/multiclass-story.ts';
import { regressionStory } from './regression/regression-story.ts';
import type { TaskStory } from './task-story.ts';

/** What the task of a sweep has to say of its best run. */
export function storyOf(briefing: Briefing): TaskStory {
  const { findings } = briefing.best;
  switch (findings.task) {
    case 'binary':
      return binaryStory(briefing, findings);
    case 'multiclass':
      return multiclassStory(briefing, findings);
    case 'regression':
      return regressionStory(briefing, findings);
  }
}
