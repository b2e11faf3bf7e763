import { OptionsError } from '../errors/options-error.ts';

/** A tracking URI taken apart: what may be shown, and what may not. */
export interface TrackingUri {
  /** Scheme, host, port and path, without a slash at its end and without credentials. */
  readonly baseUrl: string;
  readonly origin: string;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

const HINT = 'give the address of an MLflow server, such as http://127.0.0.1:5000';

/**
 * Reads a tracking URI. Only http and https are spoken: Python's direct stores (`sqlite:`, `file:`,
 * a path) have no REST server at hand, and `databricks`, `azureml:` and `arn:` stand for managed services with rules of their own. Throws `OptionsError`, which never shows more
 * than the scheme, because database URIs hold passwords.
 */
export function parseTrackingUri(uri: string | undefined): TrackingUri {
  if (uri === undefined || uri.trim() === '') {
    throw new OptionsError('no tracking URI is set', { hint: `set MLFLOW_TRACKING_URI: ${HINT}` });
  }
  const url = URL.parse(uri.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(uri.trim())?.[0];
    const managed = /^(?:databricks|azureml|arn)/i.test(uri.trim());
    throw new OptionsError(
      `the tracking URI is ${scheme === undefined ? 'no URL' : `of scheme ${scheme}:`}, not http: or https:`,
      {
        hint: managed
          ? `only MLflow servers are spoken to, no managed services: ${HINT}`
          : `start a server on that store (mlflow server --backend-store-uri …) and ${HINT}`,
      },
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new OptionsError('the tracking URI has a query or a fragment', { hint: HINT });
  }
  return {
    baseUrl: url.origin + url.pathname.replace(/\/+$/, ''),
    origin: url.origin,
    username: decoded(url.username),
    password: decoded(url.password),
  };
}

function decoded(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether the host is this machine, where plain http shows credentials to nobody else. */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
