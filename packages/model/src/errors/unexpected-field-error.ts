import { ModelError } from './model-error.ts';

/** Columns that the model does not know, where they were asked to be refused. */
export class UnexpectedFieldError extends ModelError {
  override readonly name = 'UnexpectedFieldError';
  readonly fields: readonly string[];

  constructor(fields: readonly string[], place: string) {
    const shown = fields.slice(0, 10).map((field) => JSON.stringify(field));
    super(
      `columns that the model does not know: ${shown.join(', ')} · ${place} · leave them out or allow extra columns`,
    );
    this.fields = fields;
  }
}
