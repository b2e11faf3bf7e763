import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from './paths.ts';

interface TestServer {
  readonly uri: string;
  readonly ready: Promise<void>;
  readonly stop: () => void;
}

/** The MLflow server of the benchmarks, started at its first use: a fresh database, gone at the end. */
export class BenchServer implements Disposable {
  #server: Promise<TestServer> | undefined;
  #stop: (() => void) | undefined;

  /** Tracking URI, once it answers. */
  async uri(): Promise<string> {
    this.#server ??= this.#start();
    const server = await this.#server;
    await server.ready;
    return server.uri;
  }

  async #start(): Promise<TestServer> {
    const file = path.join(repository, 'scripts/test/mlflow-server.mjs');
    const { startMlflowServer } = (await import(pathToFileURL(file).href)) as {
      startMlflowServer: () => Promise<TestServer>;
    };
    const server = await startMlflowServer();
    this.#stop = server.stop;
    return server;
  }

  [Symbol.dispose](): void {
    this.#stop?.();
  }
}
