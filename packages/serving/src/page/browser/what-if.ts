import { byId, element } from './element.ts';
import { changeText, isOfAnotherClass, predictionText } from './prediction-text.ts';
import type { Cell, DataRecord, Explanation, Schema } from './server-answers.ts';

interface Scored {
  readonly record: DataRecord;
  readonly result: Explanation;
}

/** The record that changes are compared with, and what they change. */
export class WhatIf {
  readonly #schema: Schema;
  readonly #onReset: () => void;
  #baseline: Scored | undefined;
  #now: Scored | undefined;

  /** @param onReset called when the person wants the baseline's values back */
  constructor(schema: Schema, onReset: () => void) {
    this.#schema = schema;
    this.#onReset = onReset;
  }

  get baseline(): DataRecord | undefined {
    return this.#baseline?.record;
  }

  /** The next record that is scored becomes the baseline. */
  forget(): void {
    this.#baseline = undefined;
  }

  /** Nothing was scored: there is nothing to compare. */
  clear(): void {
    this.#now = undefined;
    byId('what-if').replaceChildren();
  }

  /** Takes in what was scored, and shows it against the baseline. */
  show(record: DataRecord, result: Explanation): void {
    this.#now = { record, result };
    this.#baseline ??= this.#now;
    this.#draw(this.#baseline, this.#now);
  }

  /** The prediction with its change, in a few words. */
  get summary(): string {
    if (this.#now === undefined || this.#baseline === undefined) return '';
    const [before, now] = [this.#baseline.result, this.#now.result];
    const text = predictionText(this.#schema, now);
    const isSame =
      before.prediction === now.prediction && !isOfAnotherClass(this.#schema, before, now);
    return isSame ? text : `${text} (${changeText(this.#schema, before, now)})`;
  }

  #draw(before: Scored, now: Scored): void {
    const changes = Object.keys(now.record).filter(
      (name) => now.record[name] !== before.record[name],
    );
    if (changes.length === 0) {
      const text = 'What if? Change a field, and see here what it does.';
      byId('what-if').replaceChildren(element('p', { className: 'hint', textContent: text }));
      return;
    }
    const list = changes.map((name) =>
      element('li', {
        textContent: `${name}: ${said(before.record[name])} → ${said(now.record[name])}`,
      }),
    );
    byId('what-if').replaceChildren(
      this.#sentence(before.result, now.result),
      element('ul', {}, ...list),
      element(
        'div',
        { className: 'row' },
        button('Back to the baseline', () => {
          this.#onReset();
          byId('prediction-heading').focus();
        }),
        button('Take this as the baseline', () => {
          this.#baseline = this.#now;
          this.#draw(now, now);
          byId('prediction-heading').focus();
        }),
      ),
    );
  }

  #sentence(before: Explanation, now: Explanation): HTMLElement {
    const change = isOfAnotherClass(this.#schema, before, now)
      ? 0
      : now.prediction - before.prediction;
    const text = changeText(this.#schema, before, now);
    const className = change === 0 ? '' : change > 0 ? 'up' : 'down';
    const strong = element('strong', { textContent: text, className });
    const from = `Baseline ${predictionText(this.#schema, before)}, now ${predictionText(this.#schema, now)}: `;
    return element('p', {}, from, strong);
  }
}

function said(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? 'missing' : String(cell);
}

function button(textContent: string, onclick: () => void): HTMLElement {
  return element('button', { type: 'button', textContent, onclick });
}
