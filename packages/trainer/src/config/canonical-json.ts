/**
 * JSON with one text per value: keys sorted by UTF-16 code units, no spaces, numbers in their shortest form
 * (−0 as 0), keys without a value left out. As RFC 8785 for the values that it takes.
 *
 * @throws {TypeError} for what JSON cannot hold: NaN, infinities, functions, bigints, a missing list element.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  if (typeof value === 'number' ? Number.isFinite(value) : isJsonScalar(value)) {
    return JSON.stringify(value);
  }
  throw new TypeError(`${String(value)} has no canonical JSON`);
}

function isJsonScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}
