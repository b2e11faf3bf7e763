import { ModelError } from './model-error.ts';

/** Features of the model that the data does not have. */
export class MissingFieldError extends ModelError {
  override readonly name = 'MissingFieldError';
  readonly fields: readonly string[];
  /** Row of the records, from 1; undefined where the whole table lacks them. */
  readonly row: number | undefined;

  constructor(fields: readonly string[], place: string, row?: number) {
    const shown = fields.slice(0, 10).map((field) => JSON.stringify(field));
    if (fields.length > shown.length) shown.push(`and ${fields.length - shown.length} more`);
    const what = `no ${fields.length === 1 ? 'column' : 'columns'} ${shown.join(', ')}`;
    super(`${what} · ${place} · give every feature of the model, empty where unknown`);
    this.fields = fields;
    this.row = row;
  }
}
