import { execFile } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { BackgroundProcess } from './background-process.ts';

const run = promisify(execFile);
const debianHome = '/usr/lib/postgresql';

export interface Login {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** The directory with Postgres' programs: PATH's, else the newest of Debian's. A link on PATH is followed to it. */
export function findPostgres(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((directory) => path.join(directory, 'initdb'))
    .filter((program) => existsSync(program))
    .map((program) => path.dirname(realpathSync(program)));
  const debian = existsSync(debianHome)
    ? readdirSync(debianHome)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => path.join(debianHome, version, 'bin'))
    : [];
  return [...onPath, ...debian].find((directory) =>
    ['initdb', 'postgres', 'psql'].every((name) => existsSync(path.join(directory, name))),
  );
}

/**
 * Starts an empty cluster with one user, who has a password, and one database, as the image's POSTGRES_* do.
 *
 * @param home a directory that is there; the cluster goes below it
 */
export async function startPostgres(bin: string, home: string, login: Login) {
  const { port, user, password, database } = login;
  const data = path.join(home, 'data');
  const secret = path.join(home, 'password');
  await mkdir(home, { recursive: true });
  await writeFile(secret, password);
  // Postgres refuses root.
  if (process.getuid?.() === 0) await run('chown', ['-R', 'postgres', home]);
  const initdb = ['-D', data, '-U', user, '-A', 'scram-sha-256', `--pwfile=${secret}`];
  await asPostgres(path.join(bin, 'initdb'), [...initdb, '-E', 'UTF8', '--locale=C.UTF-8'], home);
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${home}`,
    'fsync=off',
  ];
  const [command, ...args] = commandLine(path.join(bin, 'postgres'), [
    '-D',
    data,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const server = await BackgroundProcess.start({
    name: 'Postgres',
    command: command ?? '',
    args,
    env: {},
    cwd: home,
    log: path.join(home, 'postgres.log'),
    isReady: () =>
      queryPostgres(bin, { ...login, database: 'postgres' }, 'select 1').then(
        () => true,
        () => false,
      ),
    signal: 'SIGQUIT',
  });
  await queryPostgres(bin, { ...login, database: 'postgres' }, `create database ${database}`);
  return server;
}

/** What a statement prints: one line a row, unaligned. */
export async function queryPostgres(bin: string, login: Login, sql: string): Promise<string> {
  const { stdout } = await run(
    path.join(bin, 'psql'),
    ['-h', '127.0.0.1', '-p', String(login.port), '-U', login.user, '-tAXc', sql, login.database],
    { env: { ...process.env, PGPASSWORD: login.password } },
  );
  return stdout.trim();
}

async function asPostgres(program: string, args: readonly string[], cwd: string): Promise<void> {
  const [command, ...rest] = commandLine(program, args);
  await run(command ?? '', rest, { cwd });
}

function commandLine(program: string, args: readonly string[]): string[] {
  return process.getuid?.() === 0
    ? ['runuser', '-u', 'postgres', '--', program, ...args]
    : [program, ...args];
}
