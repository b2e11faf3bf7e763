import { UsageError } from '../errors/usage-error.ts';

/** An option's coerce function for a whole number in [min, max]; a UsageError names the option and the bounds. */
export function integer(name: string, min: number, max: number) {
  return (value: unknown): number => {
    const text = String(value).trim();
    const number = Number(text);
    if (/^[+-]?\d+$/u.test(text) && number >= min && number <= max) return number;
    throw new UsageError(
      `--${name} ${JSON.stringify(text)} is not a whole number · command line · give one from ${min} to ${max}`,
    );
  };
}
