import { OptionsError } from '../errors/options-error.ts';
import type { Auth, ResolvedOptions } from '../options/resolved-options.ts';

/** The headers of every request. Workspaces are named on all routes but those that manage them. */
export function baseHeaders(options: ResolvedOptions, path: string): Record<string, string> {
  const authorization = authorizationHeader(options.auth);
  const workspace = /\/mlflow\/workspaces(\/|$)/.test(path) ? undefined : options.workspace;
  return {
    Accept: '*/*',
    'User-Agent': 'xgflow-mlflow-client',
    ...(authorization === undefined ? {} : { Authorization: authorization }),
    ...(workspace === undefined ? {} : { 'X-MLFLOW-WORKSPACE': workspace }),
    ...Object.fromEntries([...options.headers].map(([name, value]) => [name, value.reveal()])),
  };
}

function authorizationHeader(auth: Auth): string | undefined {
  switch (auth.kind) {
    case 'none':
      return undefined;
    case 'basic': {
      const pair = `${auth.username}:${auth.password.reveal()}`;
      return `Basic ${Buffer.from(pair).toString('base64')}`;
    }
    case 'bearer':
      return `Bearer ${oneLineToken(auth.token.reveal())}`;
  }
}

/** A token may come from a function of the caller's. */
function oneLineToken(token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new OptionsError('the token is no text of one word', {
    hint: 'give the token itself in MLFLOW_TRACKING_TOKEN or the option token, without spaces or line breaks',
  });
}
