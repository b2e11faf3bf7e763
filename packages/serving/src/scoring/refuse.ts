import { RefusedRequestError, type RefusalCode } from '../errors/refused-request-error.ts';

/** A request refused at one place. */
export function refuse(
  code: RefusalCode,
  pointer: string,
  [message, hint]: readonly [message: string, hint: string],
): RefusedRequestError {
  return new RefusedRequestError(code, [{ pointer, message, hint }]);
}
