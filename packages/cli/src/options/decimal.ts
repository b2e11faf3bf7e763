import { UsageError } from '../errors/usage-error.ts';

/** An option's coerce function for a number in [min, max]; a UsageError names the option and the bounds. */
export function decimal(name: string, min: number, max: number) {
  return (value: unknown): number => {
    const text = String(value).trim();
    const number = Number(text);
    if (text !== '' && number >= min && number <= max) return number;
    throw new UsageError(
      `--${name} ${JSON.stringify(text)} is not a number from ${min} to ${max} · command line · give one such as ${(min + max) / 2}`,
    );
  };
}
