import { Readable } from 'node:stream';
import type { Transport } from '../http/request.ts';
import { checkArtifactPath } from './artifact-path.ts';
import { downloadTo } from './download.ts';
import { type ArtifactInfo, listDirectory, listFiles, type TransferOptions } from './listing.ts';
import { proxiedPath } from './location.ts';
import { readBytes } from './read-bytes.ts';
import { directoryItems, fileItem, uploadItems } from './upload.ts';

/**
 * The artifacts of runs and logged models, through the tracking server's own proxy; no cloud SDK and no
 * store credentials are needed here.
 *
 * `location` is a run's `artifact_uri` or a logged model's `artifact_uri` (`mlflow-artifacts:/…`); other
 * schemes throw `ArtifactLocationError`. `path` is relative to it, with `/`; names that the server cannot hold
 * throw `ArtifactPathError` before anything is sent. Local files that cannot be read or written throw
 * `LocalFileError`, a full disk `DiskFullError`, a wrong size `ArtifactIntegrityError`.
 */
export class ArtifactStore {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Streams a local file to `path` and checks the stored size. An artifact that is there is replaced. */
  async uploadFile(
    location: string,
    localPath: string,
    path: string,
    options: TransferOptions = {},
  ): Promise<void> {
    const item = await fileItem(localPath, checkArtifactPath(path));
    await uploadItems(this.#transport, this.#root(location), [item], options);
  }

  /** Stores bytes under `path` and checks the stored size. */
  async uploadBuffer(
    location: string,
    bytes: Uint8Array,
    path: string,
    options: TransferOptions = {},
  ): Promise<void> {
    const open = () => Readable.from(bytes.length === 0 ? [] : [bytes], { objectMode: false });
    const item = { path, size: bytes.length, open };
    await uploadItems(this.#transport, this.#root(location), [item], options);
  }

  /** Stores text, as UTF-8, under `path`. */
  async uploadText(
    location: string,
    text: string,
    path: string,
    options: TransferOptions = {},
  ): Promise<void> {
    await this.uploadBuffer(location, Buffer.from(text, 'utf8'), path, options);
  }

  /**
   * Stores all regular files of a local directory below `path` ('' for the root), 8 at a time. Resolves with
   * the artifact paths. Empty folders do not exist in an artifact store and are left out.
   */
  async uploadDirectory(
    location: string,
    localDirectory: string,
    path = '',
    options: TransferOptions = {},
  ): Promise<string[]> {
    const items = await directoryItems(localDirectory, path);
    await uploadItems(this.#transport, this.#root(location), items, options);
    return items.map((item) => item.path);
  }

  /**
   * Lists a directory, '' for the root. With `recursive`, all files below it and no directories, sorted by
   * path. A directory that does not exist is empty.
   */
  async list(
    location: string,
    path = '',
    options: TransferOptions & { readonly recursive?: boolean } = {},
  ): Promise<ArtifactInfo[]> {
    if (path !== '') checkArtifactPath(path);
    const list = options.recursive === true ? listFiles : listDirectory;
    return list(this.#transport, this.#root(location), path, options);
  }

  /**
   * Downloads a file, or a directory with all below it ('' for everything), to the same relative path below
   * `toDirectory`, 8 files at a time. Resolves with the local path. Each file appears there whole or not at
   * all, and never outside of `toDirectory`.
   */
  async download(
    location: string,
    path: string,
    toDirectory: string,
    options: TransferOptions = {},
  ): Promise<string> {
    if (path !== '') checkArtifactPath(path);
    return downloadTo(this.#transport, this.#root(location), path, toDirectory, options);
  }

  /** Reads one artifact into memory; throws `UnexpectedAnswerError` above `maxBytes` (default 64 MiB). */
  async readBytes(
    location: string,
    path: string,
    options: TransferOptions & { readonly maxBytes?: number } = {},
  ): Promise<Buffer> {
    return readBytes(this.#transport, this.#root(location), checkArtifactPath(path), options);
  }

  /** Reads one artifact as UTF-8 text; the limit is that of {@link readBytes}. */
  async readText(
    location: string,
    path: string,
    options: TransferOptions & { readonly maxBytes?: number } = {},
  ): Promise<string> {
    return (await this.readBytes(location, path, options)).toString('utf8');
  }

  #root(location: string): string {
    return proxiedPath(location, this.#transport.origin);
  }
}
