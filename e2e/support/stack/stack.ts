import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { answers, BackgroundProcess, freePort } from './background-process.ts';
import { bareService, venv } from './bare-service.ts';
import type { Ports } from './bare-service.ts';
import { readComposeFile } from './compose-file.ts';
import type { ComposeFile } from './compose-file.ts';
import { queryPostgres, startPostgres } from './postgres.ts';
import type { Login } from './postgres.ts';

const run = promisify(execFile);

/** What a request to the served model must carry. */
export const serveToken = 'stack-test-token-of-some-length';

const settings = {
  POSTGRES_PASSWORD: "p@ss: word/'%41",
  S3_ACCESS_KEY: 'stack-test-access',
  S3_SECRET_KEY: 'stack-test-secret',
  MLFLOW_WORKERS: '1',
  XGFLOW_SERVE_TOKEN: serveToken,
};

/**
 * The services of docker/compose.yaml as bare processes: Postgres itself, moto in place of the S3 store, and MLflow, the
 * maker of the bucket and the served model with the very commands and environment of that file. Only addresses and
 * places are replaced.
 */
export class Stack implements AsyncDisposable {
  readonly trackingUri: string;
  readonly #bin: string;
  readonly #home: string;
  readonly #login: Login;
  readonly #ports: Ports;
  readonly #services: ComposeFile['services'];
  readonly #resources: AsyncDisposableStack;

  private constructor(
    place: {
      readonly bin: string;
      readonly home: string;
      readonly login: Login;
      readonly ports: Ports;
      readonly services: ComposeFile['services'];
    },
    resources: AsyncDisposableStack,
  ) {
    this.trackingUri = `http://127.0.0.1:${place.ports.mlflow}`;
    this.#bin = place.bin;
    this.#home = place.home;
    this.#login = place.login;
    this.#ports = place.ports;
    this.#services = place.services;
    this.#resources = resources;
  }

  /** @param bin the directory with Postgres' programs */
  static async start(bin: string): Promise<Stack> {
    await using resources = new AsyncDisposableStack();
    const home = await mkdtemp(path.join(tmpdir(), 'xgflow-stack-'));
    resources.defer(() => rm(home, { recursive: true, force: true }));
    await chmod(home, 0o755);
    const { services } = await readComposeFile(settings);
    const ports = {
      postgres: await freePort(),
      s3: await freePort(),
      mlflow: await freePort(),
      serve: await freePort(),
    };
    const { environment: named = {} } = services.postgres ?? {};
    const login = {
      port: ports.postgres,
      user: named.POSTGRES_USER ?? '',
      password: named.POSTGRES_PASSWORD ?? '',
      database: named.POSTGRES_DB ?? '',
    };
    const started = await Promise.allSettled([
      startPostgres(bin, path.join(home, 'postgres'), login),
      BackgroundProcess.start({
        name: 'moto',
        command: venv('moto_server'),
        args: ['-H', '127.0.0.1', '-p', String(ports.s3)],
        env: {},
        cwd: home,
        log: path.join(home, 'moto.log'),
        isReady: () => answers(`http://127.0.0.1:${ports.s3}/moto-api/`),
      }),
    ]);
    for (const server of started) if (server.status === 'fulfilled') resources.use(server.value);
    for (const server of started) if (server.status === 'rejected') throw server.reason as Error;

    const bucket = bareService(services.bucket, ports);
    await run(bucket.program, bucket.args, { cwd: home, env: { ...process.env, ...bucket.env } });
    const mlflow = bareService(services.mlflow, ports);
    await mkdir(path.join(home, 'mlflow'));
    resources.use(
      await BackgroundProcess.start({
        name: 'MLflow',
        command: mlflow.program,
        args: mlflow.args,
        env: mlflow.env,
        cwd: path.join(home, 'mlflow'),
        log: path.join(home, 'mlflow.log'),
        isReady: () => answers(`http://127.0.0.1:${ports.mlflow}/health`),
      }),
    );
    return new Stack({ bin, home, login, ports, services }, resources.move());
  }

  /** Starts the served model, whose alias must be there; resolves with its address when its health check is content. */
  async serve(): Promise<string> {
    const { program, args, env, healthCheck } = bareService(this.#services.serve, this.#ports);
    const [command = '', ...words] = healthCheck;
    this.#resources.use(
      await BackgroundProcess.start({
        name: 'xgflow serve',
        command: program,
        args,
        env,
        cwd: this.#home,
        log: path.join(this.#home, 'serve.log'),
        isReady: () =>
          run(command, words).then(
            () => true,
            () => false,
          ),
        signal: 'SIGTERM',
      }),
    );
    return `http://127.0.0.1:${this.#ports.serve}`;
  }

  /** What a statement on MLflow's database prints. */
  query(sql: string): Promise<string> {
    return queryPostgres(this.#bin, this.#login, sql);
  }

  /** The keys in a bucket, at most 1000. */
  async keys(bucket: string): Promise<string[]> {
    const answer = await fetch(`http://127.0.0.1:${this.#ports.s3}/${bucket}?list-type=2`);
    return Array.from((await answer.text()).matchAll(/<Key>([^<]*)<\/Key>/gu), ([, key]) => key!);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#resources.disposeAsync();
  }
}
