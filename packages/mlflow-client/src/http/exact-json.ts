/** A run of 16 digits is where integers may leave the safe range; most answers hold none. */
const MAY_BE_UNSAFE = /\d{16}/;
const INTEGER = /^-?\d+$/;

/**
 * `JSON.parse` that never rounds an integer: one beyond ±(2^53 − 1) becomes its decimal string.
 * MLflow sends int64 (steps, timestamps) as JSON numbers. Throws SyntaxError as `JSON.parse` does.
 */
export function parseExactJson(text: string): unknown {
  if (!MAY_BE_UNSAFE.test(text)) return JSON.parse(text);
  // Node gives the reviver the number's source text as a third argument, which TypeScript 5.9 does not know.
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
    const source = context?.source;
    const rounded = typeof value === 'number' && !Number.isSafeInteger(value);
    return rounded && source !== undefined && INTEGER.test(source) ? source : value;
  });
}
