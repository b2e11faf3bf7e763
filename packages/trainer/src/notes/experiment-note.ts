import { shellWord } from '../record/shell-word.ts';
import { blocks, commands } from './markdown.ts';

/** The description of an experiment: what its runs are, and the view that shows them best. */
export function experimentNote(experimentId: string, experiment: string): string {
  const view = `#/experiments/${experimentId}/runs?workflowType=machine_learning&viewStateShareKey=xgflow`;
  const selection = `--experiment ${shellWord(experiment)}`;
  return blocks([
    `Sweeps of xgflow: a run for each sweep, below it one for each variant with its model, below that its best trials. [The variants, best first](${view})`,
    commands([`xgflow runs ${selection}`, `xgflow compare ${selection}`]),
  ]);
}
