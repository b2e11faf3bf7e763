import { SourceAuthError } from '../../errors/source-auth-error.ts';
import { SourceQueryError } from '../../errors/source-query-error.ts';
import { SourceUnavailableError } from '../../errors/source-unavailable-error.ts';
import { said } from '../said.ts';

/**
 * What the server or the connection said, as one of our errors. SQLSTATE classes: 08 connection, 28
 * authorization, 42501 no privilege, 3D no such database, 53 resources, 57 shut down or cancelled; all else is
 * about the query. The password is in none of these texts: libpq's protocol never sends it back.
 */
export function postgresError(error: unknown, source: string, suggestion?: string): Error {
  const { code, hint } = detailsOf(error);
  const message = said(error);
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

/** Code and hint; where every address was tried, those of the last try. */
function detailsOf(error: unknown): { readonly code: string; readonly hint: string | undefined } {
  const { code, errors, hint } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if (code === undefined && Array.isArray(errors)) return detailsOf(errors.at(-1));
  return {
    code: typeof code === 'string' ? code : '',
    hint: typeof hint === 'string' ? said({ message: hint }) : undefined,
  };
}
