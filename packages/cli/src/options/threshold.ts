import { UsageError } from '../errors/usage-error.ts';

/** The option --threshold: a probability. @throws UsageError */
export function threshold(value: unknown): number {
  const text = String(value).trim();
  const number = Number(text);
  if (text !== '' && number >= 0 && number <= 1) return number;
  throw new UsageError(
    `--threshold ${JSON.stringify(text)} is not a number from 0 to 1 · command line · give one such as 0.3`,
  );
}
