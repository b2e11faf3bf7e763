import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../xgflow.ts';
import { answers, BackgroundProcess, freePort } from './background-process.ts';
import { readComposeFile } from './compose-file.ts';
import type { Service } from './compose-file.ts';
import { queryPostgres, startPostgres } from './postgres.ts';
import type { Login } from './postgres.ts';

const run = promisify(execFile);
const venv = (program: string): string => path.join(repository, '.venv/bin', program);

const settings = {
  POSTGRES_PASSWORD: "p@ss: word/'%41",
  S3_ACCESS_KEY: 'stack-test-access',
  S3_SECRET_KEY: 'stack-test-secret',
  MLFLOW_WORKERS: '1',
};

/**
 * The services of docker/compose.yaml as bare processes: Postgres itself, moto in place of the S3 store, and MLflow and
 * the maker of the bucket with the very commands and environment of that file. Only addresses and places are replaced.
 */
export class Stack implements AsyncDisposable {
  readonly trackingUri: string;
  readonly #bin: string;
  readonly #login: Login;
  readonly #s3: string;
  readonly #resources: AsyncDisposableStack;

  private constructor(
    trackingUri: string,
    bin: string,
    login: Login,
    s3: string,
    resources: AsyncDisposableStack,
  ) {
    this.trackingUri = trackingUri;
    this.#bin = bin;
    this.#login = login;
    this.#s3 = s3;
    this.#resources = resources;
  }

  /** @param bin the directory with Postgres' programs */
  static async start(bin: string): Promise<Stack> {
    await using resources = new AsyncDisposableStack();
    const home = await mkdtemp(path.join(tmpdir(), 'xgflow-stack-'));
    resources.defer(() => rm(home, { recursive: true, force: true }));
    await chmod(home, 0o755);
    const { services } = await readComposeFile(settings);
    const ports = { postgres: await freePort(), s3: await freePort(), mlflow: await freePort() };
    const here = (text: string): string => relocate(text, ports);
    const login = {
      port: ports.postgres,
      user: environment(services.postgres).POSTGRES_USER ?? '',
      password: environment(services.postgres).POSTGRES_PASSWORD ?? '',
      database: environment(services.postgres).POSTGRES_DB ?? '',
    };
    const s3 = `http://127.0.0.1:${ports.s3}`;
    const started = await Promise.allSettled([
      startPostgres(bin, path.join(home, 'postgres'), login),
      BackgroundProcess.start({
        name: 'moto',
        command: venv('moto_server'),
        args: ['-H', '127.0.0.1', '-p', String(ports.s3)],
        env: {},
        cwd: home,
        log: path.join(home, 'moto.log'),
        isReady: () => answers(`${s3}/moto-api/`),
      }),
    ]);
    for (const server of started) if (server.status === 'fulfilled') resources.use(server.value);
    for (const server of started) if (server.status === 'rejected') throw server.reason as Error;

    const [python, ...script] = commandOf(services.bucket, here);
    await run(python, script, {
      cwd: home,
      env: { ...process.env, ...environment(services.bucket, here) },
    });
    const trackingUri = `http://127.0.0.1:${ports.mlflow}`;
    const [mlflow, ...flags] = commandOf(services.mlflow, here);
    await mkdir(path.join(home, 'mlflow'));
    resources.use(
      await BackgroundProcess.start({
        name: 'MLflow',
        command: mlflow,
        args: flags,
        env: environment(services.mlflow, here),
        cwd: path.join(home, 'mlflow'),
        log: path.join(home, 'mlflow.log'),
        isReady: () => answers(`${trackingUri}/health`),
      }),
    );
    return new Stack(trackingUri, bin, login, s3, resources.move());
  }

  /** What a statement on MLflow's database prints. */
  query(sql: string): Promise<string> {
    return queryPostgres(this.#bin, this.#login, sql);
  }

  /** The keys in a bucket, at most 1000. */
  async keys(bucket: string): Promise<string[]> {
    const answer = await fetch(`${this.#s3}/${bucket}?list-type=2`);
    return Array.from((await answer.text()).matchAll(/<Key>([^<]*)<\/Key>/gu), ([, key]) => key!);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#resources.disposeAsync();
  }
}

/** Places of the containers → places of this machine. Everything else in the file stays as it is. */
function relocate(
  text: string,
  ports: { readonly postgres: number; readonly s3: number; readonly mlflow: number },
): string {
  return text
    .replace('@postgres:5432/', `@127.0.0.1:${ports.postgres}/`)
    .replace('//s3:7070', `//127.0.0.1:${ports.s3}`)
    .replace('--host=0.0.0.0', '--host=127.0.0.1')
    .replace('--port=5000', `--port=${ports.mlflow}`)
    .replace(/^\/opt\/mlflow\//u, path.join(repository, 'docker/'))
    .replace(/^(?:python|mlflow)$/u, venv);
}

/** The program and its arguments. */
function commandOf(
  service: Service | undefined,
  here: (text: string) => string,
): [string, ...string[]] {
  const [program, ...args] = service?.command ?? [];
  if (program === undefined) throw new Error('a service of docker/compose.yaml has no command');
  return [here(program), ...args.map((arg) => (arg === 'mlflow' ? arg : here(arg)))];
}

function environment(
  service: Service | undefined,
  here = (text: string): string => text,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(service?.environment ?? {}).map(([name, value]) => [name, here(value)]),
  );
}
