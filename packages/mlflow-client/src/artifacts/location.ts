import { ArtifactLocationError } from '../errors/artifact-location-error.ts';
import { ArtifactPathError } from '../errors/artifact-path-error.ts';

/** Route of the tracking server's artifact proxy. */
export const PROXY_ROUTE = '/api/2.0/mlflow-artifacts/artifacts';

/**
 * The path, below the proxy route, of the `artifact_uri` of a run or logged model, decoded
 * and without slashes at its ends. Only `mlflow-artifacts:` and the proxy's own http address are followed,
 * and only to the tracking server itself, because the location comes from the server and our credentials
 * would go with the request. Throws `ArtifactLocationError`.
 */
export function proxiedPath(location: string, origin: string): string {
  const url = URL.parse(location);
  const shown =
    url === null ? JSON.stringify(location) : `${url.protocol}//${url.host}${url.pathname}`;
  const refused = new ArtifactLocationError(url?.protocol ?? '', shown);
  if (url === null) throw refused;
  if (url.search !== '' || url.hash !== '') throw refused;
  if (url.protocol === 'mlflow-artifacts:') {
    if (url.host !== '' && url.host !== new URL(origin).host) throw refused;
    return decodedSegments(url.pathname);
  }
  if (url.origin !== origin || url.username !== '') throw refused;
  const [, inside] = url.pathname.split(`${PROXY_ROUTE}/`);
  if (inside === undefined) throw refused;
  return decodedSegments(inside);
}

function decodedSegments(pathname: string): string {
  const segments = pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  if (segments.some((segment) => ['.', '..'].includes(segment) || /[/\\\p{Cc}]/u.test(segment))) {
    throw new ArtifactPathError(pathname, 'leads out of the artifact store');
  }
  return segments.join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
