import type { Readable } from 'node:stream';

/** One value of a query; booleans go as `true` and `false`. */
export type QueryValue = string | number | boolean | bigint;

/** What every kind of request has. */
export interface BaseRequest {
  /** Full path, such as `/api/2.0/mlflow/runs/create`, each segment already encoded. */
  readonly path: string;
  /** Arrays become repeated keys; `undefined` is left out. */
  readonly query?:
    Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Total time over all attempts, in ms, from the moment the request gets its turn. Default: the client's. */
  readonly deadlineMs?: number | undefined;
}

export interface HttpRequest extends BaseRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /**
   * May the request be sent again when nobody knows whether the first one worked?
   * Default: true for GET, PUT, PATCH and DELETE, false for POST.
   */
  readonly repeatable?: boolean | undefined;
}

export interface UploadRequest extends BaseRequest {
  /** Exact number of bytes that `open()` yields. */
  readonly length: number;
  /** Default `application/octet-stream`. */
  readonly contentType?: string | undefined;
  /** Opens the body anew for each attempt. */
  readonly open: () => Readable;
}

/** What the server says about a body that is about to be read. */
export interface DownloadInfo {
  /** Bytes; undefined when the server does not tell. */
  readonly length: number | undefined;
  readonly contentType: string;
  /** When it answered, by its own clock, in whole seconds. */
  readonly date: Date | undefined;
}

/** The wire as the rest of the package sees it. Every method throws a subclass of `MlflowError` only. */
export interface Transport {
  /** Scheme, host and port, without credentials. */
  readonly origin: string;
  /**
   * Sends JSON and resolves with the parsed answer. An empty 200 is `{}`. Integers that a JavaScript
   * number cannot hold (beyond 2^53 − 1) arrive as decimal strings, never rounded.
   */
  json(request: HttpRequest): Promise<unknown>;
  /** Like {@link json} for the few routes that answer plain text (`/version`, `/health`). */
  text(request: HttpRequest): Promise<string>;
  /** PUTs a stream with a content length; each retry opens the body anew. */
  upload(request: UploadRequest): Promise<void>;
  /**
   * GETs a body as a stream and hands it to `consume`, which must read it to its end; it is called
   * again, with a new body, when the old one was lost on the way. It must not use the transport.
   */
  download<T>(
    request: BaseRequest,
    consume: (body: Readable, info: DownloadInfo) => Promise<T>,
  ): Promise<T>;
  /** Closes all connections; requests under way and later ones fail with `AbortedError`. */
  close(): void;
}
