import type { PictureSpec } from './picture.ts';

/** Texts that vega's expression parser takes for names of signals, in quotes or not: `legalKeywords[text]` is true. */
const taken: ReadonlySet<unknown> = new Set([
  'if',
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** Takes no room and is not seen. */
const zeroWidthSpace = '\u200B';

/**
 * A view in which no text is such a word: a column named `constructor`, a level `if` and the like are drawn as any
 * other. Without it vega cannot draw a title or sort an axis that holds one ("Operator not defined").
 */
export function plainWords(spec: PictureSpec): PictureSpec {
  return plain(spec) as PictureSpec;
}

function plain(value: unknown): unknown {
  if (taken.has(value)) return `${String(value)}${zeroWidthSpace}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
