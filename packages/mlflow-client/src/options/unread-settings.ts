import { nonEmpty, saysYes, type Environment } from './environment.ts';

/** Settings of Python's client that change where it sends and as whom, and that this client does not follow. */
const UNREAD: Readonly<Record<string, (value: string, trackingUri: string) => string | undefined>> =
  {
    MLFLOW_REGISTRY_URI: (value, trackingUri) =>
      value.replace(/\/+$/, '') === trackingUri
        ? undefined
        : 'models are registered at the tracking server',
    MLFLOW_TRACKING_AWS_SIGV4: (value) =>
      saysYes(value) ? 'requests are not signed for AWS' : undefined,
    MLFLOW_TRACKING_AUTH: () =>
      'it names a plug-in of Python · give a token in MLFLOW_TRACKING_TOKEN instead',
  };

/** A warning for each setting of the environment that would be passed over in silence; it shows no value. */
export function unreadSettings(env: Environment, trackingUri: string): string[] {
  return Object.entries(UNREAD).flatMap(([name, consequence]) => {
    const value = nonEmpty(env[name]);
    const text = value === undefined ? undefined : consequence(value, trackingUri);
    return text === undefined ? [] : [`${name} is not followed: ${text}`];
  });
}
