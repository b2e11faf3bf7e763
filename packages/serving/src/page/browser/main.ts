import { Api, ServerError } from './api.ts';
import { setUpCsvFile } from './csv-file.ts';
import { byId, element } from './element.ts';
import { showModelCard } from './model-card.ts';
import { predictionNodes } from './prediction.ts';
import { reasonScale } from './reason-scale.ts';
import { RecordForm } from './record-form.ts';
import type { Explanation, Schema } from './server-answers.ts';
import { signIn } from './sign-in.ts';
import { waterfall } from './waterfall.ts';
import { WhatIf } from './what-if.ts';

/** Milliseconds after the last key before a change is scored. */
const PAUSE_MS = 200;

const CORRECT = 'Correct the marked fields.';

async function start(): Promise<void> {
  const api = new Api(signIn);
  const schema = await api.schema();
  showModelCard(schema);
  setUpCsvFile(api, schema);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();
  const form = new RecordForm(schema.record.properties, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void score(), PAUSE_MS);
  });
  const whatIf = new WhatIf(schema, () => {
    if (whatIf.baseline !== undefined) fill(whatIf.baseline, false);
  });
  let last: Explanation | undefined;
  const draw = (): void => {
    if (last === undefined) return;
    const figure = byId('waterfall');
    const scale = reasonScale(schema, last);
    byId('reasons-hint').textContent = scale.hint;
    const tableOpen = figure.querySelector('details')?.open ?? false;
    const width = Math.max(220, figure.clientWidth);
    figure.replaceChildren(...waterfall(last, { scale, tableOpen, width }));
  };
  /** What was shown is of another record than the form's. */
  const showNone = (why: string): void => {
    notice(why);
    last = undefined;
    const none = element('p', { className: 'hint', textContent: 'None of this record.' });
    byId('prediction').replaceChildren(none);
    whatIf.clear();
    for (const id of ['summary', 'reasons-hint', 'waterfall']) byId(id).replaceChildren();
  };
  const score = async (): Promise<void> => {
    asked.abort();
    asked = new AbortController();
    if (form.markUnreadable()) {
      showNone(CORRECT);
      return;
    }
    const { record } = form;
    try {
      last = await api.explain(record, asked.signal);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      const problems = error instanceof ServerError ? error.problems : [];
      const rest = form.showProblems(problems);
      showNone(problems.length > 0 && rest.length === 0 ? CORRECT : wordsOf(error));
      return;
    }
    notice(swapText(schema, last));
    form.showProblems([]);
    byId('prediction').replaceChildren(...predictionNodes(schema, last));
    whatIf.show(record, last);
    byId('summary').textContent = whatIf.summary;
    if (whatIf.baseline !== undefined) form.markChanges(whatIf.baseline);
    draw();
  };
  const fill = (record: Schema['example'], asBaseline: boolean): void => {
    if (asBaseline) whatIf.forget();
    form.record = record;
    void score();
  };
  byId('example').addEventListener('click', () => {
    fill(schema.example, true);
  });
  byId('clear').addEventListener('click', () => {
    fill({}, true);
  });
  let drawnFor = 0;
  new ResizeObserver(() => {
    const { clientWidth } = byId('waterfall');
    if (clientWidth !== drawnFor) draw();
    drawnFor = clientWidth;
  }).observe(byId('waterfall'));
  fill(schema.example, true);
}

function swapText({ model }: Schema, { version }: Explanation): string {
  return version === model.version
    ? ''
    : `Version ${version ?? '?'} answers now, and this page is of version ${model.version ?? '?'}: load it again.`;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function notice(text: string): void {
  const place = byId('notice');
  place.hidden = text === '';
  place.textContent = text;
}

start().catch((error: unknown) => {
  byId('title').textContent = 'The model cannot be shown';
  notice(wordsOf(error));
});
