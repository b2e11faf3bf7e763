import type { BaseRequest } from './request.ts';

/** The query string with its `?`, or '' when there is nothing to send. Repeated fields are repeated keys. */
export function encodeQuery(query: BaseRequest['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const values = Array.isArray(value) ? value : [value];
    return values.map((one) => `${encodeURIComponent(key)}=${encodeURIComponent(String(one))}`);
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
