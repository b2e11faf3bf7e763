import { BadHeaderError } from '../errors/bad-header-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';

/** Checks the first line: at most `maxColumns` names, none empty, none twice. */
export function checkHeader(names: readonly string[], source: string, maxColumns: number): void {
  if (names.length > maxColumns) {
    throw new TooLargeError({ source, limit: 'maxColumns', allowed: maxColumns, line: 1 });
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
