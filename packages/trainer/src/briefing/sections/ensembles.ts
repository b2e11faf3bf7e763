import type { Briefing } from '../briefing.ts';
import type { EnsembleVerdict } from '../ensemble-verdicts.ts';
import { html } from '../page/html.ts';
import type { Html } from '../page/html.ts';
import { gainWords } from '../words/gain-words.ts';
import { counted } from '../words/numbers.ts';

/** Whether the ensembles earn their place; nothing where there is none. */
export function ensembles({ ensembles: verdicts, metric }: Briefing): Html | undefined {
  if (verdicts.length === 0) return undefined;
  return html`<h3>Do the ensembles earn their place?</h3>
    <p>
      An ensemble is as large and as slow as all its variants together. It earns that where it is
      better than the best of them by more than other test cases could undo.
    </p>
    <ul>
      ${verdicts.map((verdict) => html`<li>${verdictWords(verdict, metric.metric)}</li>`)}
    </ul>`;
}

function verdictWords(
  { gain, members, name, than }: EnsembleVerdict,
  metric: Briefing['metric']['metric'],
): Html {
  const size = counted(members.length, 'variant');
  if (!gain) {
    return html`<b>${name}</b> (${size}): not known. The sweep was run before differences were
      recorded, or its variants have other test cases than ${than}.`;
  }
  const difference = `${metric} ${gainWords(metric, gain, than)}`;
  if (gain.low > 0) return html`<b>${name}</b> (${size}): <b>yes</b>. ${difference}.`;
  if (gain.high < 0) return html`<b>${name}</b> (${size}): <b>no</b>, it is worse. ${difference}.`;
  return html`<b>${name}</b> (${size}): <b>not shown</b>. ${difference}; ${than} alone may be as
    good.`;
}
