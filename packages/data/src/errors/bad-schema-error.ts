import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** A schema (or its JSON) that cannot be used. */
export class BadSchemaError extends DataError {
  override readonly name = 'BadSchemaError';

  constructor(what: string, where = 'the schema', options?: { cause: unknown }) {
    super(oneLine(what, where, 'infer the schema again from the training table'), options);
  }
}
