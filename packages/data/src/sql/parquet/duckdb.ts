import type * as DuckDbApi from '@duckdb/node-api';

/** One in-memory DuckDB, that reaches the named files and nothing else: no network, no extension, no other file. */
export interface DuckDb extends Disposable {
  readonly api: typeof DuckDbApi;
  readonly connection: DuckDbApi.DuckDBConnection;
}

export interface DuckDbOptions {
  /** The only files that statements may read or write. */
  readonly files: readonly string[];
  /** The only folders of which they may do so, for what does not fit into memory. */
  readonly directories?: readonly string[];
  /** What it may take of the memory; a query that sorts or groups needs more. Default 256MB. */
  readonly memory?: '256MB' | '1GB';
}

// Rows come in the file's order with one thread, and its buffers stay small.
const SETTINGS = {
  threads: '1',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/** Loads the library (60 MB) when it is first needed. */
export async function openDuckDb({
  files,
  directories = [],
  memory = '256MB',
}: DuckDbOptions): Promise<DuckDb> {
  const api = await import('@duckdb/node-api');
  const [temporary] = directories;
  const instance = await api.DuckDBInstance.create(':memory:', {
    ...SETTINGS,
    memory_limit: memory,
    ...(temporary === undefined ? {} : { temp_directory: temporary }),
  });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await connection.run(`SET allowed_paths = [${files.map(sqlText).join(', ')}]`);
    await connection.run(
      `SET allowed_directories = [${directories.map((path) => sqlText(`${path}/`)).join(', ')}]`,
    );
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
  } catch (error) {
    close();
    throw error;
  }
  return { api, connection, [Symbol.dispose]: close };
}

/** A text of SQL. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * An absolute path as DuckDB's readers take it: they would see a pattern where a name holds `*`, `?` or `[`. The first
 * folder is a name to them whatever it holds.
 */
export function readerPath(path: string): string {
  return path.replaceAll(/(?<=^\/[^/]+\/.*)[*?[]/gs, '[$&]');
}
