import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { OptionsError } from './errors/options-error.ts';
import { Secret } from './http/secret.ts';
import { readCredentialsFile } from './options/credentials-file.ts';
import { isLoopback, parseTrackingUri } from './options/tracking-uri.ts';

/** What a user may set. What is left out comes from the environment, then from the default. */
export interface ClientOptions {
  /** `http(s)://[user:password@]host[:port][/prefix]`. Environment: `MLFLOW_TRACKING_URI`. No default. */
  readonly trackingUri?: string | undefined;
  /** `MLFLOW_TRACKING_USERNAME`, then `~/.mlflow/credentials`. */
  readonly username?: string | undefined;
  /** `MLFLOW_TRACKING_PASSWORD`, then `~/.mlflow/credentials`. */
  readonly password?: string | undefined;
  /** Bearer token; a user name with a password wins over it, as in Python. `MLFLOW_TRACKING_TOKEN`. */
  readonly token?: string | undefined;
  /** Sent as `X-MLFLOW-WORKSPACE`. `MLFLOW_WORKSPACE`. */
  readonly workspace?: string | undefined;
  /** PEM file of the certificate authorities to trust. `MLFLOW_TRACKING_SERVER_CERT_PATH`. */
  readonly caPath?: string | undefined;
  /** PEM file with the client's certificate and key. `MLFLOW_TRACKING_CLIENT_CERT_PATH`. */
  readonly clientCertPath?: string | undefined;
  /** Trust any certificate. Default false. `MLFLOW_TRACKING_INSECURE_TLS`. */
  readonly insecureTls?: boolean | undefined;
  /**
   * Longest time of one attempt of an API request, its answer included, in ms. Default 35 000: a little
   * more than the 30 s after which the server's database pool gives up, so that its answer is heard.
   * `MLFLOW_HTTP_REQUEST_TIMEOUT`, in seconds.
   */
  readonly attemptTimeoutMs?: number | undefined;
  /** Longest time of an API request over all attempts, in ms. Default 120 000. */
  readonly deadlineMs?: number | undefined;
  /** Longest time of an artifact transfer over all attempts, in ms. Default 3 600 000. */
  readonly transferDeadlineMs?: number | undefined;
  /** Longest time in which a transfer moves no byte, in ms. Default 60 000. */
  readonly transferIdleMs?: number | undefined;
  /** How long a server that never answered may refuse connections, in ms. Default 5 000. */
  readonly connectPatienceMs?: number | undefined;
  /** Most requests in flight. Default 8. */
  readonly maxInFlight?: number | undefined;
  /** Largest JSON answer, decompressed, in bytes. Default 64 MiB. */
  readonly maxAnswerBytes?: number | undefined;
  /** Told of settings that work but are dangerous. Default: `process.emitWarning`. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

export type Auth =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: Secret }
  | { readonly kind: 'bearer'; readonly token: Secret };

/** Options with everything decided; secrets are wrapped, so that this may be inspected. */
export interface ResolvedOptions {
  /** Tracking URI without credentials and without a slash at its end. */
  readonly baseUrl: string;
  readonly origin: string;
  readonly auth: Auth;
  readonly workspace: string | undefined;
  /** PEM text; the client's holds certificate and key. */
  readonly tls: {
    readonly ca: string | undefined;
    readonly client: Secret | undefined;
    readonly insecure: boolean;
  };
  readonly attemptTimeoutMs: number;
  readonly deadlineMs: number;
  readonly transferDeadlineMs: number;
  readonly transferIdleMs: number;
  readonly connectPatienceMs: number;
  readonly maxInFlight: number;
  readonly maxAnswerBytes: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Decides every option: explicit ones first, then `MLFLOW_*` of `env`, then `~/.mlflow/credentials`,
 * then the default. The only reader of `MLFLOW_*`. Throws `OptionsError`.
 */
export function resolveOptions(
  explicit: ClientOptions = {},
  env: Environment = process.env,
  homeDir: string = homedir(),
): ResolvedOptions {
  const uri = parseTrackingUri(explicit.trackingUri ?? env.MLFLOW_TRACKING_URI);
  const auth = resolveAuth(explicit, uri, env, homeDir);
  const warn =
    explicit.onWarning ??
    ((message) => {
      process.emitWarning(message);
    });
  if (auth.kind !== 'none' && uri.origin.startsWith('http:') && !isLoopback(uri.origin)) {
    warn(`credentials go unencrypted to ${uri.origin} · use https`);
  }
  return {
    baseUrl: uri.baseUrl,
    origin: uri.origin,
    auth,
    workspace: explicit.workspace ?? nonEmpty(env.MLFLOW_WORKSPACE),
    tls: resolveTls(explicit, env),
    attemptTimeoutMs: positive(
      'attemptTimeoutMs',
      explicit.attemptTimeoutMs ?? timeoutFrom(env) ?? 35_000,
    ),
    deadlineMs: positive('deadlineMs', explicit.deadlineMs ?? 120_000),
    transferDeadlineMs: positive('transferDeadlineMs', explicit.transferDeadlineMs ?? 3_600_000),
    transferIdleMs: positive('transferIdleMs', explicit.transferIdleMs ?? 60_000),
    connectPatienceMs: explicit.connectPatienceMs ?? 5_000,
    maxInFlight: positive('maxInFlight', explicit.maxInFlight ?? 8),
    maxAnswerBytes: positive('maxAnswerBytes', explicit.maxAnswerBytes ?? 64 * 1024 ** 2),
  };
}

function resolveAuth(
  explicit: ClientOptions,
  uri: { readonly username: string | undefined; readonly password: string | undefined },
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

function bearer(token: string): Auth {
  return { kind: 'bearer', token: new Secret(token) };
}

function resolveTls(explicit: ClientOptions, env: Environment): ResolvedOptions['tls'] {
  const insecure =
    explicit.insecureTls ?? /^(true|1)$/i.test(env.MLFLOW_TRACKING_INSECURE_TLS ?? '');
  const caPath = explicit.caPath ?? nonEmpty(env.MLFLOW_TRACKING_SERVER_CERT_PATH);
  const clientPath = explicit.clientCertPath ?? nonEmpty(env.MLFLOW_TRACKING_CLIENT_CERT_PATH);
  if (insecure && caPath !== undefined) {
    throw new OptionsError('insecure TLS and a server certificate are both set', {
      hint: 'unset MLFLOW_TRACKING_INSECURE_TLS or MLFLOW_TRACKING_SERVER_CERT_PATH',
    });
  }
  return {
    ca: caPath === undefined ? undefined : pem(caPath),
    client: clientPath === undefined ? undefined : new Secret(pem(clientPath)),
    insecure,
  };
}

function pem(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new OptionsError(`the certificate file ${path} cannot be read`, { cause });
  }
}

/** Python reads it as seconds; the official TypeScript SDK as milliseconds, which is its bug. */
function timeoutFrom(env: Environment): number | undefined {
  const seconds = nonEmpty(env.MLFLOW_HTTP_REQUEST_TIMEOUT);
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function positive(name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new OptionsError(`${name} must be a positive number, not ${value}`);
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}
