import { fileURLToPath } from 'node:url';
import { ModelUriError } from '../errors/model-uri-error.ts';

/** What a model URI names. */
export type ModelUri =
  | { readonly kind: 'alias'; readonly name: string; readonly alias: string }
  | { readonly kind: 'version'; readonly name: string; readonly version: string }
  | { readonly kind: 'latest'; readonly name: string }
  | { readonly kind: 'logged-model'; readonly modelId: string }
  | { readonly kind: 'run'; readonly runId: string; readonly path: string }
  | { readonly kind: 'local'; readonly directory: string };

/**
 * Read a model URI as MLflow's Python client does (store/artifact/utils/models.py), stages excepted: they are
 * deprecated in favour of aliases. What has no scheme is a local directory.
 * @throws ModelUriError
 */
export function parseModelUri(uri: string): ModelUri {
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(uri) ?? [];
  if (uri === '') throw new ModelUriError(uri, 'is empty');
  if (scheme === undefined) return { kind: 'local', directory: uri };
  if (scheme === 'file') return { kind: 'local', directory: fileDirectory(uri) };
  if (scheme === 'models') return parseModels(uri, segmentsOf(uri, rest));
  if (scheme === 'runs') return parseRuns(uri, segmentsOf(uri, rest));
  throw new ModelUriError(uri, `has the unknown scheme ${scheme}:`);
}

function fileDirectory(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    throw new ModelUriError(uri, 'is no local file URL');
  }
}

function segmentsOf(uri: string, rest: string): string[] {
  if (!rest.startsWith('/') || rest.startsWith('//')) {
    throw new ModelUriError(uri, 'needs exactly one slash after its scheme');
  }
  return rest.slice(1).split('/');
}

function parseModels(uri: string, segments: string[]): ModelUri {
  const [name = '', suffix, ...more] = segments;
  if (name.trim() === '' || more.length > 0) throw new ModelUriError(uri, 'is malformed');
  if (suffix !== undefined) {
    if (/^\d+$/.test(suffix)) return { kind: 'version', name, version: String(BigInt(suffix)) };
    if (suffix.toLowerCase() === 'latest') return { kind: 'latest', name };
    throw new ModelUriError(uri, 'ends neither with a version nor with latest');
  }
  const at = name.lastIndexOf('@');
  if (at === -1) return { kind: 'logged-model', modelId: name };
  const alias = name.slice(at + 1);
  if (at === 0 || alias.trim() === '') throw new ModelUriError(uri, 'lacks a name or an alias');
  return { kind: 'alias', name: name.slice(0, at), alias };
}

function parseRuns(uri: string, [runId = '', ...path]: string[]): ModelUri {
  if (runId === '' || path.join('') === '') {
    throw new ModelUriError(uri, 'needs a run id and a path');
  }
  return { kind: 'run', runId, path: path.join('/').replace(/\/+$/, '') };
}
