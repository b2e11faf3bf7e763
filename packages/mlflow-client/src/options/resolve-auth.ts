import { Secret } from '../http/secret.ts';
import type { ClientOptions } from './client-options.ts';
import { readCredentialsFile } from './credentials-file.ts';
import { nonEmpty, type Environment } from './environment.ts';
import type { Auth } from './resolved-options.ts';
import type { TrackingUri } from './tracking-uri.ts';

/**
 * As whom the client speaks: explicit options, then the tracking URI, then the environment, then `~/.mlflow/credentials`. A user
 * name with a password wins over a token, as in Python, unless the token alone is explicit.
 */
export function resolveAuth(
  explicit: ClientOptions,
  uri: Pick<TrackingUri, 'username' | 'password'>,
  env: Environment,
  homeDir: string,
): Auth {
  const own = { username: explicit.username ?? uri.username, token: explicit.token };
  if (own.username === undefined && own.token !== undefined) return bearer(own.token);
  const file = readCredentialsFile(homeDir);
  const username = own.username ?? nonEmpty(env.MLFLOW_TRACKING_USERNAME) ?? file.username;
  const password =
    explicit.password ?? uri.password ?? nonEmpty(env.MLFLOW_TRACKING_PASSWORD) ?? file.password;
  if (username !== undefined && password !== undefined) {
    return { kind: 'basic', username, password: new Secret(password) };
  }
  const token = own.token ?? nonEmpty(env.MLFLOW_TRACKING_TOKEN);
  return token === undefined ? { kind: 'none' } : bearer(token);
}

function bearer(token: string | (() => string)): Auth {
  return { kind: 'bearer', token: new Secret(token) };
}
