import { UsageError } from '../errors/usage-error.ts';

/** The option --tolerance: a finite number of at least 0. @throws UsageError */
export function tolerance(value: unknown): number {
  const text = String(value).trim();
  const number = Number(text);
  if (text !== '' && Number.isFinite(number) && number >= 0) return number;
  throw new UsageError(
    `--tolerance ${JSON.stringify(text)} is not a number of at least 0 · command line · give one such as 1e-6`,
  );
}
