import { runTags } from '../../record/run-tags.ts';
import { shellWord } from '../../record/shell-word.ts';
import { sweepFileTag } from '../../record/sweep-file-place.ts';
import type { Briefing } from '../briefing.ts';
import { membersOf } from '../ensemble-verdicts.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { pageTable } from '../page/table.ts';

/** How to come to the same model again, and what it was made with. */
export function repeat({ best, config, sweepId, experiment, standings }: Briefing): Html {
  const { runId, tags } = best.run;
  const members = membersOf(best.run);
  // An ensemble is made again by making its variants again.
  const runs = standings
    .filter(({ name, run }) => (members.length > 0 ? members.includes(name) : run === best.run))
    .map(({ run }) => run.runId);
  const made: readonly (readonly [string, string | undefined])[] = [
    ['experiment', experiment],
    ['sweep', sweepId],
    ['run of the best variant', runId],
    ['data', `${config.source}, sha256 ${tags[runTags.dataDigest] ?? '–'} …`],
    ['sweep file', `sha256 of its resolved form ${tags[runTags.configHash] ?? '–'} …`],
    ['model file', tags[runTags.modelDigest] && `sha256 ${tags[runTags.modelDigest]}`],
    ['software', tags[runTags.versions]],
    ['code', tags['mlflow.source.git.commit']],
  ];
  return html`<section>
    <h2>How to repeat it</h2>
    <p>
      The whole sweep can be run again to the same numbers, and a single model to the same bytes, by
      anyone who has the data.
      ${
        runs.length > 1
          ? `The first ${runs.length} commands check the variants of the ensemble from what MLflow holds:`
          : 'The first command checks the best model from what MLflow holds:'
      }
    </p>
    <pre tabindex="0">
${[
        ...runs.map((id) => `xgflow reproduce ${id}`),
        `xgflow sweep ${shellWord(tags[sweepFileTag] ?? 'sweep.yaml')} --fresh`,
        `xgflow compare --experiment ${shellWord(experiment)} --sweep ${sweepId}`,
      ].join('\n')}</pre>
    ${pageTable(
      'What it was made with',
      [{ title: 'made with' }, { title: 'which is' }],
      made.flatMap(([what, value]) =>
        value === undefined ? [] : [[what, html`<code>${value}</code>`]],
      ),
    )}
  </section>`;
}
