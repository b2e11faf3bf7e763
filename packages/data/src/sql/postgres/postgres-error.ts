import { SourceAuthError } from '../../errors/source-auth-error.ts';
import { SourceQueryError } from '../../errors/source-query-error.ts';
import { SourceUnavailableError } from '../../errors/source-unavailable-error.ts';

interface Said {
  readonly message: string;
  readonly code: string;
  readonly hint: string | undefined;
}

/**
 * What the server or the connection said, as one of our errors. SQLSTATE classes: 08 connection, 28
 * authorization, 42501 no privilege, 3D no such database, 53 resources, 57 shut down or cancelled; all else is
 * about the query. The password is in none of these texts: libpq's protocol never sends it back.
 */
export function postgresError(error: unknown, source: string, suggestion?: string): Error {
  const { code, hint, message } = said(error);
  const at = { source, code, cause: error };
  if (/^28|^42501$/.test(code)) return new SourceAuthError({ ...at, what: message });
  if (/password must be a string|no password supplied/i.test(message)) {
    return new SourceAuthError({ ...at, code: '28P01', what: 'the server asks for a password' });
  }
  if (/^(?:08|53|57)/.test(code)) {
    return new SourceUnavailableError({ ...at, what: message, advice: 'try again later' });
  }
  if (/^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code)) {
    const advice = suggestion ?? (code === '3D000' ? 'correct the name of the database' : hint);
    return new SourceQueryError({ ...at, what: message, advice });
  }
  return new SourceUnavailableError({
    ...at,
    what: `no answer from the database (${code || message})`,
    advice: 'check that it runs and can be reached, then repeat; nothing was kept',
  });
}

function said(error: unknown): Said {
  // Every address was tried: the last try tells as much as the first.
  const last = error instanceof AggregateError ? (error.errors.at(-1) as unknown) : error;
  const { code, hint, message } = (last ?? {}) as Partial<
    Record<'code' | 'hint' | 'message', unknown>
  >;
  const line = (text: unknown): string => String(text).replaceAll(/\s+/g, ' ').trim();
  return {
    message: message === undefined ? String(error) : line(message),
    code: typeof code === 'string' ? code : '',
    hint: typeof hint === 'string' ? line(hint) : undefined,
  };
}
