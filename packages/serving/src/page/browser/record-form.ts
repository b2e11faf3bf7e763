import { byId, element } from './element.ts';
import { short } from './numbers.ts';
import { stepsOf } from './pointer.ts';
import type { Cell, DataRecord, Problem, Property } from './server-answers.ts';

type Control = HTMLInputElement | HTMLSelectElement;

interface Field {
  readonly name: string;
  readonly box: HTMLElement;
  readonly control: Control;
  readonly note: HTMLElement;
  readonly hint: string;
  /** Of a select: the levels with their types. */
  readonly levels: readonly Cell[];
}

/** One control per feature, made from the model's schema. */
export class RecordForm {
  readonly #fields: readonly Field[];

  /** @param onChange called after each change by the person */
  constructor(properties: Readonly<Record<string, Property>>, onChange: () => void) {
    this.#fields = Object.entries(properties).map(([name, property], index) =>
      fieldOf(name, property, index),
    );
    byId('fields').replaceChildren(...this.#fields.map(({ box }) => box));
    const form = byId('form');
    form.addEventListener('input', onChange);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      onChange();
    });
  }

  get record(): DataRecord {
    return Object.fromEntries(this.#fields.map((field) => [field.name, cellOf(field)]));
  }

  set record(record: DataRecord) {
    for (const field of this.#fields) show(field, record[field.name] ?? null);
  }

  /** Marks the fields that differ from a record. */
  markChanges(from: DataRecord): void {
    const record = this.record;
    for (const { name, box } of this.#fields) {
      box.classList.toggle('changed', record[name] !== (from[name] ?? null));
    }
  }

  /** Shows what the server said of single fields. @returns the problems of no field */
  showProblems(problems: readonly Problem[]): readonly Problem[] {
    const byName = new Map(problems.map((one) => [stepsOf(one.pointer).at(-1) ?? '', one]));
    for (const field of this.#fields) {
      const problem = byName.get(field.name);
      byName.delete(field.name);
      mark(field, problem && `${problem.message} · ${problem.hint}`);
    }
    return [...byName.values()];
  }

  /**
   * Marks what was typed and is no number: the browser gives it as empty, and it would count as missing.
   *
   * @returns whether there is any
   */
  markUnreadable(): boolean {
    const unreadable = this.#fields.filter(({ control }) => control.validity.badInput);
    if (unreadable.length === 0) return false;
    for (const field of this.#fields) {
      const wrong = unreadable.includes(field);
      mark(field, wrong ? 'not a number · correct it, or leave the field empty' : undefined);
    }
    return true;
  }
}

function mark({ control, hint, note }: Field, problem: string | undefined): void {
  note.textContent = problem ?? hint;
  note.classList.toggle('problem', problem !== undefined);
  control.setAttribute('aria-invalid', String(problem !== undefined));
}

function fieldOf(name: string, property: Property, index: number): Field {
  const [id, noteId] = [`field-${index}`, `note-${index}`];
  const levels = (property.enum ?? []).filter((level) => level !== null);
  const control =
    property.enum === undefined
      ? element('input', { type: 'number', step: 'any', inputMode: 'decimal' })
      : select(levels);
  control.id = id;
  control.setAttribute('aria-describedby', noteId);
  if (property.exclusiveMinimum !== undefined) control.required = true;
  const hint = hintOf(property);
  const note = element('small', { id: noteId, textContent: hint });
  const label = element('label', { htmlFor: id, textContent: name });
  const box = element('div', { className: 'field' }, label, control, note);
  return { name, box, control, note, hint, levels };
}

function select(levels: readonly Cell[]): HTMLSelectElement {
  const missing = element('option', { value: '', textContent: '(missing)' });
  const options = levels.map((level, at) =>
    element('option', { value: String(at), textContent: String(level) }),
  );
  return element('select', {}, missing, ...options);
}

function hintOf(property: Property): string {
  const { min, max, median, mode } = property['x-training'] ?? {};
  if (property.exclusiveMinimum !== undefined) return 'exposure: a number above 0';
  if (typeof min === 'number' && typeof max === 'number') {
    const middle = typeof median === 'number' ? `, median ${short(median)}` : '';
    return `${short(min)} to ${short(max)}${middle}`;
  }
  return mode === undefined || mode === null ? '' : `mostly ${mode}`;
}

function cellOf({ control, levels }: Field): Cell {
  if (control.value === '') return null;
  if (control instanceof HTMLSelectElement) return levels[Number(control.value)] ?? null;
  return Number(control.value);
}

function show({ control, levels }: Field, cell: Cell): void {
  if (control instanceof HTMLSelectElement) {
    const at = levels.indexOf(cell);
    control.value = at < 0 ? '' : String(at);
  } else control.value = cell === null ? '' : String(cell);
}
