import type { ExitName } from '../exit-codes.ts';

/** One thing that `xgflow doctor` looked at. */
export interface Finding {
  readonly subject: string;
  /** `warning`: it works, but look at it. `broken`: xgflow needs it and does not get it. */
  readonly state: 'ok' | 'warning' | 'broken';
  readonly found: string;
  /** What to do; empty when all is well. */
  readonly advice: string;
  /** How the command ends because of it; only where broken. */
  readonly exit?: ExitName;
}

export function ok(subject: string, found: string): Finding {
  return { subject, state: 'ok', found, advice: '' };
}

export function warning(subject: string, found: string, advice: string): Finding {
  return { subject, state: 'warning', found, advice };
}

export function broken(
  subject: string,
  found: string,
  { advice, exit }: { readonly advice: string; readonly exit: ExitName },
): Finding {
  return { subject, state: 'broken', found, advice, exit };
}
