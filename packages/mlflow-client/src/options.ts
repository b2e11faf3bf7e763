import { homedir } from 'node:os';
import { OptionsError } from './errors/options-error.ts';
import type { ClientOptions } from './options/client-options.ts';
import { nonEmpty, type Environment } from './options/environment.ts';
import { resolveAuth } from './options/resolve-auth.ts';
import { resolveHeaders } from './options/resolve-headers.ts';
import { resolveTls } from './options/resolve-tls.ts';
import type { ResolvedOptions } from './options/resolved-options.ts';
import { isLoopback, parseTrackingUri } from './options/tracking-uri.ts';
import { unreadSettings } from './options/unread-settings.ts';

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
  for (const message of unreadSettings(env, uri.baseUrl)) warn(message);
  return {
    baseUrl: uri.baseUrl,
    origin: uri.origin,
    auth,
    headers: resolveHeaders(explicit.headers),
    workspace: explicit.workspace ?? nonEmpty(env.MLFLOW_WORKSPACE),
    tls: resolveTls(explicit, env),
    attemptTimeoutMs:
      explicit.attemptTimeoutMs === undefined
        ? (timeoutFrom(env) ?? 35_000)
        : positive('attemptTimeoutMs', explicit.attemptTimeoutMs),
    deadlineMs: positive('deadlineMs', explicit.deadlineMs ?? 120_000),
    transferDeadlineMs: positive('transferDeadlineMs', explicit.transferDeadlineMs ?? 3_600_000),
    transferIdleMs: positive('transferIdleMs', explicit.transferIdleMs ?? 60_000),
    connectPatienceMs: notNegative('connectPatienceMs', explicit.connectPatienceMs ?? 5_000),
    maxInFlight: whole('maxInFlight', explicit.maxInFlight ?? 8),
    maxAnswerBytes: positive('maxAnswerBytes', explicit.maxAnswerBytes ?? 64 * 1024 ** 2),
    onWaiting: explicit.onWaiting ?? (() => undefined),
  };
}

/** Python reads it as seconds; the official TypeScript SDK as milliseconds, which is its bug. */
function timeoutFrom(env: Environment): number | undefined {
  const seconds = nonEmpty(env.MLFLOW_HTTP_REQUEST_TIMEOUT);
  if (seconds === undefined) return undefined;
  if (Number.isFinite(Number(seconds)) && Number(seconds) > 0) return Number(seconds) * 1000;
  throw new OptionsError(
    `MLFLOW_HTTP_REQUEST_TIMEOUT is ${JSON.stringify(seconds)}, not a number of seconds above 0`,
  );
}

function positive(name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new OptionsError(`${name} must be a positive number, not ${value}`);
}

function notNegative(name: string, value: number): number {
  return value === 0 ? value : positive(name, value);
}

function whole(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new OptionsError(`${name} must be a whole number from 1 on, not ${value}`);
}
