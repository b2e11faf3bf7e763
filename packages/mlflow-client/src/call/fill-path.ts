import { EncodingError } from '../errors/encoding-error.ts';

/** The one path parameter that may hold slashes. */
const SLASHED = 'artifact_path';

/**
 * Put path parameters into a template such as `/api/2.0/mlflow/logged-models/{model_id}`, each segment encoded once.
 * @throws EncodingError when a parameter is missing, empty or a dot segment, which URLs would fold away.
 */
export function fillPath(
  template: string,
  parameters: Readonly<Record<string, string>> = {},
): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (typeof value !== 'string') throw new EncodingError(`path parameter ${name}`, 'is missing');
    const segments = name === SLASHED ? value.split('/') : [value];
    if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
      throw new EncodingError(
        `path parameter ${name}`,
        'has an empty or dot segment',
        'pass the plain id or path',
      );
    }
    return segments.map((segment) => encodeURIComponent(segment)).join('/');
  });
}
