import { UsageError } from '../errors/usage-error.ts';

/**
 * An option's coerce function for names with commas between them. A name that holds a comma itself, or a space at an
 * end, stands in double quotes, as in a CSV file: `id,"last, first"`. A UsageError for an empty list, or a quote that is
 * never closed.
 */
export function nameList(option: string) {
  return (value: string | undefined): string[] | undefined => {
    if (value === undefined) return undefined;
    const names = namesOf(value);
    if (names === undefined) {
      throw new UsageError(
        `--${option} has a name whose quotes are wrong · command line · give one such as "last, first", with "" for a quote in it`,
      );
    }
    if (names.length > 0) return [...new Set(names)];
    throw new UsageError(
      `--${option} names nothing · command line · give names with commas, such as a,b`,
    );
  };
}

/** A name in quotes, or one without a comma that does not begin with a quote; then a comma or the end. */
const entry = /\s*(?:"((?:[^"]|"")*)"|([^",][^,]*)?)\s*(?:,|$)/y;

/** Undefined where a quote is not closed, or a name goes on behind it. */
function namesOf(list: string): string[] | undefined {
  const names: string[] = [];
  for (entry.lastIndex = 0; entry.lastIndex < list.length;) {
    const found = entry.exec(list);
    if (!found) return undefined;
    const [, quoted, plain = ''] = found;
    names.push(quoted?.replaceAll('""', '"') ?? plain.trim());
  }
  return names.filter((name) => name !== '');
}
