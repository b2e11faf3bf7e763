import { finished } from 'node:stream/promises';
import type { CallOptions } from '../call/operation.ts';
import type { Transport } from '../http/request.ts';

/** What `/api/3.0/mlflow/server-info` tells; MLflow may add to it. */
export interface ServerInfo {
  readonly store_type?: string;
  readonly workspaces_enabled?: boolean;
  readonly trace_archival_enabled?: boolean;
  readonly multipart_uploads_enabled?: boolean;
  readonly multipart_downloads_enabled?: boolean;
  readonly presigned_upload_run_id_supported?: boolean;
  readonly presigned_upload_model_id_supported?: boolean;
  readonly features_enabled?: Readonly<Record<string, boolean>>;
}

/** `client.server`. */
export class Server {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The server's MLflow version, such as `3.17.2`. */
  async version(options: CallOptions = {}): Promise<string> {
    const text = await this.#transport.text({ ...options, method: 'GET', path: '/version' });
    return text.trim();
  }

  /** What the server can do. @throws EndpointNotFoundError on MLflow 2, which does not tell. */
  async info(options: CallOptions = {}): Promise<ServerInfo> {
    const path = '/api/3.0/mlflow/server-info';
    return (await this.#transport.json({ ...options, method: 'GET', path })) as ServerInfo;
  }

  /** The server's clock, in whole seconds, by the header of an answer; undefined when it does not tell. */
  async time(options: CallOptions = {}): Promise<Date | undefined> {
    return this.#transport.download({ ...options, path: '/health' }, async (body, { date }) => {
      await finished(body.resume());
      return date;
    });
  }

  /** Resolves when the server answers its health check. @throws ServerUnavailableError when it does not. */
  async health(options: CallOptions = {}): Promise<void> {
    await this.#transport.text({ ...options, method: 'GET', path: '/health' });
  }
}
