import { EncodingError } from '../errors/encoding-error.ts';

/**
 * Returns the path when it can be put behind the base URL as it is. URL parsing would resolve `..`
 * (encoded or not) and cut at `?` and `#`, and so send the request, with its credentials, elsewhere.
 */
export function checkPath(path: string): string {
  const dots = /^(?:\.|%2e){1,2}$/i;
  if (!path.startsWith('/') || /[?#\\\s]/.test(path) || path.split('/').some((s) => dots.test(s))) {
    throw new EncodingError(
      `request path ${JSON.stringify(path)}`,
      'is not an encoded absolute path',
    );
  }
  return path;
}
