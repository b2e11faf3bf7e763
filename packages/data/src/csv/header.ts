import { BadHeaderError } from '../errors/bad-header-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';

/** What else separates cells; where a file has one column, its name hardly holds one of them. */
const otherDelimiter = /[;\t|]/u;

/** Checks the first line: at most `maxColumns` names, none empty, none twice, and not several in one. */
export function checkHeader(names: readonly string[], source: string, maxColumns: number): void {
  if (names.length > maxColumns) {
    throw new TooLargeError({ source, limit: 'maxColumns', allowed: maxColumns, line: 1 });
  }
  const [only = '', second] = names;
  if (second === undefined && otherDelimiter.test(only)) {
    throw new BadHeaderError({ source, reason: 'delimiter', position: 1, header: only });
  }
  const seen = new Set<string>();
  for (const [index, header] of names.entries()) {
    const position = index + 1;
    if (header.trim() === '') {
      throw new BadHeaderError({ source, reason: 'empty', position, header });
    }
    if (seen.has(header)) {
      throw new BadHeaderError({ source, reason: 'duplicate', position, header });
    }
    seen.add(header);
  }
}
