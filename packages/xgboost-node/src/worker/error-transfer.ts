import { FeatureMismatchError } from '../errors/feature-mismatch-error.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { InvalidDataError } from '../errors/invalid-data-error.ts';
import { InvalidParamError } from '../errors/invalid-param-error.ts';
import { LibraryLoadError } from '../errors/library-load-error.ts';
import { LibraryNotFoundError } from '../errors/library-not-found-error.ts';
import { LibraryVersionError } from '../errors/library-version-error.ts';
import { ModelFormatError } from '../errors/model-format-error.ts';
import { TrainingAbortedError } from '../errors/training-aborted-error.ts';
import { UnknownParamError } from '../errors/unknown-param-error.ts';
import { UnseenCategoryError } from '../errors/unseen-category-error.ts';
import { UnsupportedPlatformError } from '../errors/unsupported-platform-error.ts';
import { XGBoostError } from '../errors/xgboost-error.ts';
import { XGBoostNodeError } from '../errors/xgboost-node-error.ts';

/** Structured clone makes a plain Error of an error of ours; this keeps its class and fields. */
export interface SentError {
  name: string;
  message: string;
  stack: string | undefined;
  fields: Record<string, unknown>;
}

/** The classes that a training can throw, by name. */
const classes = new Map<string, { prototype: Error }>([
  ['FeatureMismatchError', FeatureMismatchError],
  ['InvalidArgumentError', InvalidArgumentError],
  ['InvalidDataError', InvalidDataError],
  ['InvalidParamError', InvalidParamError],
  ['LibraryLoadError', LibraryLoadError],
  ['LibraryNotFoundError', LibraryNotFoundError],
  ['LibraryVersionError', LibraryVersionError],
  ['ModelFormatError', ModelFormatError],
  ['TrainingAbortedError', TrainingAbortedError],
  ['UnknownParamError', UnknownParamError],
  ['UnseenCategoryError', UnseenCategoryError],
  ['UnsupportedPlatformError', UnsupportedPlatformError],
  ['XGBoostError', XGBoostError],
]);

/** An error as data. */
export function sendError(error: unknown): SentError {
  if (!(error instanceof Error)) return sendError(new Error(String(error)));
  const { name, message, stack } = error;
  const fields = error instanceof XGBoostNodeError ? Object.assign({}, error) : {};
  return { name, message, stack, fields };
}

/** The error again, of its own class where it is one of ours. */
export function receiveError({ name, message, stack, fields }: SentError): Error {
  const known = classes.get(name);
  const error =
    known === undefined ? new Error(message) : (Object.create(known.prototype) as Error);
  const hidden = { writable: true, configurable: true, enumerable: false };
  Object.defineProperties(error, {
    message: { value: message, ...hidden },
    stack: { value: stack, ...hidden },
  });
  return Object.assign(error, fields, { name });
}
