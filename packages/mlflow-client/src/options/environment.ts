/** Environment variables; `process.env`, or what a test gives. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An empty variable is one that is not set. */
export function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}

/** Whether a variable says yes, as Python's client reads it. */
export function saysYes(text: string | undefined): boolean {
  return /^(true|1)$/i.test(text ?? '');
}
