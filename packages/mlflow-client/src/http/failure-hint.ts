import type { FailureOutcome } from './outcome.ts';

/** With TLS 1.3 a missing client certificate shows only after the handshake, as an alert or a reset. */
const CLIENT_CERTIFICATE =
  /ALERT_(?:CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA)/;

/** What to do about a request that got no answer from `origin`. */
export function failureHint(failure: FailureOutcome, origin: string): string {
  const dropped = failure.sent && failure.code === 'ECONNRESET';
  if ((dropped && origin.startsWith('https:')) || CLIENT_CERTIFICATE.test(failure.code)) {
    return 'the server may want a client certificate (MLFLOW_TRACKING_CLIENT_CERT_PATH)';
  }
  if (failure.permanent) return permanentHint(failure.code);
  const server = `check that an MLflow server runs at ${origin}${dropped ? ', and that it does not want https' : ''}`;
  const proxy = proxyVariable(origin);
  return proxy === undefined ? server : `${server}, and the proxy that ${proxy} names`;
}

/** The variable of the environment that sends requests to a proxy; its value may hold a password. */
function proxyVariable(origin: string): string | undefined {
  const scheme = new URL(origin).protocol.replace(':', '_proxy');
  return [scheme, 'all_proxy']
    .flatMap((name) => [name, name.toUpperCase()])
    .find((name) => process.env[name] !== undefined && process.env[name] !== '');
}

function permanentHint(code: string): string {
  if (/^HPE_|EPROTO|WRONG_VERSION/.test(code)) {
    return 'that port does not speak this protocol: check http or https and the port';
  }
  switch (code) {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return 'the server needs another certificate, or the clock of this machine is wrong';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'give the server the name that its certificate has';
    default:
      return 'name the certificate authority of the server in MLFLOW_TRACKING_SERVER_CERT_PATH';
  }
}
