import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

/** A schema or a contract (or its JSON) that cannot be used. */
export class BadSchemaError extends DataError {
  override readonly name = 'BadSchemaError';

  constructor(
    what: string,
    where = 'the schema',
    { advice, ...options }: { readonly cause?: unknown; readonly advice?: string } = {},
  ) {
    super(
      oneLine(what, where, advice ?? 'infer the schema again from the training table'),
      options,
    );
  }
}
