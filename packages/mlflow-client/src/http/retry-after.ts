/** The longest pause that a server's `Retry-After` can impose, in ms. */
const MAX_RETRY_AFTER_MS = 30_000;

/**
 * Reads a `Retry-After` header: seconds or an HTTP date. Junk, negative numbers and dates in the past
 * count as absent. The result is capped at 30 s, in ms.
 */
export function parseRetryAfter(header: string | undefined, wallNow: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, MAX_RETRY_AFTER_MS);
  if (!/^[A-Za-z]{3},? /.test(text)) return undefined;
  const wait = Date.parse(text) - wallNow;
  return wait > 0 ? Math.min(wait, MAX_RETRY_AFTER_MS) : undefined;
}
