/** What a database said, as one line. */
export function said(error: unknown): string {
  const { message } = (error ?? {}) as { readonly message?: unknown };
  return (typeof message === 'string' ? message : String(error)).replaceAll(/\s+/g, ' ').trim();
}
