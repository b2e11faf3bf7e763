import { ServingError } from './serving-error.ts';

/** One place of a request that does not fit. */
export interface Problem {
  /** JSON pointer into the body, e.g. `/dataframe_records/3/age`; empty for the whole body. */
  readonly pointer: string;
  readonly message: string;
  readonly hint: string;
}

/** MLflow's name for what is wrong with a request. */
export type RefusalCode = 'BAD_REQUEST' | 'INVALID_PARAMETER_VALUE' | 'RESOURCE_EXHAUSTED';

/** A request whose body cannot be scored, with every place at fault (up to a limit). */
export class RefusedRequestError extends ServingError {
  override readonly name = 'RefusedRequestError';
  readonly status: number;
  readonly code: RefusalCode;
  readonly problems: readonly Problem[];

  constructor(code: RefusalCode, problems: readonly [Problem, ...Problem[]], status = 400) {
    const { pointer, message, hint } = problems[0];
    super(`${message} · ${pointer === '' ? 'the body' : pointer} · ${hint}`);
    this.code = code;
    this.status = status;
    this.problems = problems;
  }
}
