import { UsageError } from '../errors/usage-error.ts';

/** An option's coerce function for names with commas between them; a UsageError for an empty list. */
export function nameList(option: string) {
  return (value: string | undefined): string[] | undefined => {
    if (value === undefined) return undefined;
    const names = value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length > 0) return [...new Set(names)];
    throw new UsageError(
      `--${option} names nothing · command line · give names with commas, such as a,b`,
    );
  };
}
