import { createPrivateKey, X509Certificate } from 'node:crypto';
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
    ca: caPath === undefined ? undefined : certificate(caPath),
    client: clientPath === undefined ? undefined : new Secret(withKey(clientPath)),
    insecure,
  };
}

/** Node takes a file without a certificate, and then trusts nobody. */
function certificate(path: string): string {
  const text = contents(path);
  try {
    new X509Certificate(text);
  } catch (cause) {
    throw new OptionsError(`the file ${path} begins with no certificate`, {
      cause,
      hint: 'it must be a PEM file: -----BEGIN CERTIFICATE-----',
    });
  }
  return text;
}

function withKey(path: string): string {
  const text = certificate(path);
  try {
    createPrivateKey(text);
  } catch (cause) {
    throw new OptionsError(`the file ${path} holds no private key that can be read`, {
      cause,
      hint: 'it must hold the client’s certificate and its key, without a passphrase',
    });
  }
  return text;
}

function contents(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new OptionsError(`the certificate file ${path} cannot be read`, { cause });
  }
}
