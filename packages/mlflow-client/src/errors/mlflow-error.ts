/** What an {@link MlflowError} knows besides its reason. Every field is free of secrets. */
export interface MlflowErrorDetails {
  readonly status?: number | undefined;
  readonly errorCode?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly attempts?: number | undefined;
  readonly transient?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/**
 * Base of every error this package throws. The message is one line, `what · where · what to do`;
 * the same parts are fields, so that nobody has to parse it.
 */
export class MlflowError extends Error {
  override readonly name: string = 'MlflowError';
  /** What went wrong, without the endpoint and the hint. */
  readonly reason: string;
  /** HTTP status of the last answer; undefined when no answer came. */
  readonly status: number | undefined;
  /** MLflow's `error_code`, such as `RESOURCE_DOES_NOT_EXIST`; undefined when the answer had none. */
  readonly errorCode: string | undefined;
  /** Verb and path, such as `POST /api/2.0/mlflow/runs/create`; undefined for purely local errors. */
  readonly endpoint: string | undefined;
  /** How many times the request was sent; 0 when nothing was sent. */
  readonly attempts: number;
  /** Whether the same call may succeed later without any change. */
  readonly transient: boolean;
  /** What the user can do about it, when we know. */
  readonly hint: string | undefined;

  constructor(reason: string, details: MlflowErrorDetails = {}) {
    super(
      [reason, details.endpoint, details.hint].filter((part) => part !== undefined).join(' · '),
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.reason = reason;
    this.status = details.status;
    this.errorCode = details.errorCode;
    this.endpoint = details.endpoint;
    this.attempts = details.attempts ?? 0;
    this.transient = details.transient ?? false;
    this.hint = details.hint;
  }

  /** The fields as plain data, for logs; no stack and no cause. */
  toJSON(): Record<string, unknown> {
    return {
      name: this.name,
      message: this.message,
      status: this.status,
      errorCode: this.errorCode,
      endpoint: this.endpoint,
      attempts: this.attempts,
      transient: this.transient,
      hint: this.hint,
    };
  }
}
