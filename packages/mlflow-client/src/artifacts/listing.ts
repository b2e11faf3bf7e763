import { ArtifactPathError } from '../errors/artifact-path-error.ts';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.ts';
import type { Transport } from '../http/request.ts';
import { PROXY_ROUTE } from './location.ts';

/** One entry of a listing. */
export interface ArtifactInfo {
  /** Relative to the run's or model's root, with `/`. */
  readonly path: string;
  readonly isDirectory: boolean;
  /** Bytes; undefined for a directory. */
  readonly size: number | undefined;
}

/** Deeper than any real tree; a server that names folders without end must not keep us busy for ever. */
const MAX_DEPTH = 64;

export interface TransferOptions {
  /** Cancels the call. */
  readonly signal?: AbortSignal | undefined;
}

/** Lists one directory of the proxied store; `root` and `path` are plain, `path` may be ''. */
export async function listDirectory(
  transport: Transport,
  root: string,
  path: string,
  options: TransferOptions = {},
): Promise<ArtifactInfo[]> {
  const directory = [root, path].filter((part) => part !== '').join('/');
  const { signal } = options;
  const query = { path: directory };
  const answer = await transport.json({ method: 'GET', path: PROXY_ROUTE, query, signal });
  const infos = entries(answer).map((entry) => toInfo(entry, path));
  // Some stores answer the listing of a file with the file itself.
  const name = path.slice(path.lastIndexOf('/') + 1);
  const itself = infos.length === 1 && infos[0]?.path === `${path}/${name}`;
  return itself && infos[0]?.isDirectory === false && (await isFile(transport, root, path, options))
    ? []
    : infos;
}

/** Lists a directory and everything below it, files only. */
export async function listFiles(
  transport: Transport,
  root: string,
  path: string,
  options: TransferOptions = {},
): Promise<ArtifactInfo[]> {
  const found: ArtifactInfo[] = [];
  const open = [path];
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    for (const info of await listDirectory(transport, root, directory, options)) {
      if (info.path.split('/').length > MAX_DEPTH) {
        throw new ArtifactPathError(info.path, `lies deeper than ${MAX_DEPTH} folders`);
      }
      if (info.isDirectory) open.push(info.path);
      else found.push(info);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether the parent lists the path as a file. */
async function isFile(
  transport: Transport,
  root: string,
  path: string,
  options: TransferOptions,
): Promise<boolean> {
  const parent = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const siblings = await listDirectory(transport, root, parent, options);
  return siblings.some((info) => info.path === path && !info.isDirectory);
}

function entries(answer: unknown): unknown[] {
  const files: unknown =
    typeof answer === 'object' && answer !== null && 'files' in answer ? answer.files : [];
  return Array.isArray(files) ? files : [];
}

function toInfo(entry: unknown, directory: string): ArtifactInfo {
  const fields = new Map<string, unknown>(
    typeof entry === 'object' && entry !== null ? Object.entries(entry) : [],
  );
  const name = fields.get('path');
  if (typeof name !== 'string') {
    throw new UnexpectedAnswerError('an entry of the artifact listing has no path', {
      endpoint: `GET ${PROXY_ROUTE}`,
    });
  }
  if (['', '.', '..'].includes(name) || /[/\0]/.test(name)) {
    throw new ArtifactPathError(name, 'comes from the server and is no file name');
  }
  const isDirectory = fields.get('is_dir') === true;
  // MLflow leaves the size of an empty file out.
  const size = isDirectory ? undefined : Number(fields.get('file_size') ?? 0);
  return { path: directory === '' ? name : `${directory}/${name}`, isDirectory, size };
}
