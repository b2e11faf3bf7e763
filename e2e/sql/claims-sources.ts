import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { claimsTable } from '../support/claims-table.ts';
import { canary } from '../support/database.ts';
import type { Database } from '../support/database.ts';
import { freshName } from '../support/workspace.ts';
import { repository } from '../support/xgflow.ts';

const run = promisify(execFile);

const sections = `target: claim_status
positive_class: 1
categorical: [gender, location, product_var_3]
search: { trials: 2, folds: 2 }
space: { n_estimators: { int: [5, 9] } }
`;

/** The same claims as CSV, Parquet, SQLite and in Postgres, with a sweep file for each: `csv.yaml`, … and `variable.yaml`, whose database CLAIMS_DATABASE names. */
export async function writeSources(directory: string, database: Database): Promise<void> {
  const at = (name: string): string => path.join(directory, name);
  const { csv, sql } = await claimsTable();
  await writeFile(at('claims.csv'), csv);
  await writeFile(at('claims.sql'), sql);
  await run('psql', ['-q', '-f', at('claims.sql'), database.url], {
    env: { ...process.env, PGPASSWORD: canary },
  });
  const sqlite = new DatabaseSync(at('claims.db'));
  sqlite.exec(sql);
  sqlite.close();
  const convert = 'import pandas; pandas.read_csv("claims.csv").to_parquet("claims.parquet")';
  await run(path.join(repository, '.venv/bin/python'), ['-c', convert], { cwd: directory });
  const name = freshName('sql');
  const claims = 'query: claims\ndrop: [row_number]';
  const sources = {
    csv: 'source: claims.csv',
    parquet: 'source: claims.parquet',
    sqlite: `source: sqlite:claims.db\n${claims}`,
    postgres: `source: ${database.secretUrl}\n${claims}`,
    variable: `source: env:CLAIMS_DATABASE\n${claims}`,
  };
  for (const [kind, source] of Object.entries(sources)) {
    await writeFile(at(`${kind}.yaml`), `name: ${name}-${kind}\n${source}\n${sections}`);
  }
}
