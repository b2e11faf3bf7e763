import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './stack/background-process.ts';
import { findPostgres, queryPostgres, startPostgres } from './stack/postgres.ts';

/** Looked for in everything that is printed, recorded or kept. */
export const canary = 'canary-Xf7%24@pw';

/** A real Postgres for tests, empty; its user is `claims`, its database `insurance`. */
export class Database implements AsyncDisposable {
  readonly port: number;
  readonly #bin: string;
  readonly #resources: AsyncDisposableStack;

  private constructor(port: number, bin: string, resources: AsyncDisposableStack) {
    this.port = port;
    this.#bin = bin;
    this.#resources = resources;
  }

  static async start(): Promise<Database> {
    const bin = findPostgres();
    if (bin === undefined) throw new Error('no Postgres: install postgresql');
    await using resources = new AsyncDisposableStack();
    const home = await mkdtemp(path.join(tmpdir(), 'xgflow-postgres-'));
    resources.defer(() => rm(home, { recursive: true, force: true }));
    await chmod(home, 0o755);
    const port = await freePort();
    const login = { port, user: 'claims', password: canary, database: 'insurance' };
    resources.use(await startPostgres(bin, home, login));
    return new Database(port, bin, resources.move());
  }

  /** Without password: it comes from PGPASSWORD. */
  get url(): string {
    return `postgres://claims@127.0.0.1:${this.port}/insurance`;
  }

  /** With the password, as a sweep file or a variable may hold it. */
  get secretUrl(): string {
    return this.url.replace('@', `:${encodeURIComponent(canary)}@`);
  }

  /** What a statement prints: one line a row. */
  query(sql: string): Promise<string> {
    const { port } = this;
    return queryPostgres(
      this.#bin,
      { port, user: 'claims', password: canary, database: 'insurance' },
      sql,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources.disposeAsync();
  }
}
