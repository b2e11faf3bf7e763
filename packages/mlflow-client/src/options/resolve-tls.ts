import { readFileSync } from 'node:fs';
import { OptionsError } from '../errors/options-error.ts';
import { Secret } from '../http/secret.ts';
import type { ClientOptions } from './client-options.ts';
import { nonEmpty, saysYes, type Environment } from './environment.ts';
import type { ResolvedOptions } from './resolved-options.ts';

/** Whom to trust, and with which certificate to appear. Throws `OptionsError`. */
export function resolveTls(explicit: ClientOptions, env: Environment): ResolvedOptions['tls'] {
  const insecure = explicit.insecureTls ?? saysYes(env.MLFLOW_TRACKING_INSECURE_TLS);
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
