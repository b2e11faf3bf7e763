import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../support/database.ts';
import { repository } from '../support/xgflow.ts';

const types: Readonly<Record<string, 'int' | 'float8' | 'text'>> = {
  claim_status: 'int',
  age: 'int',
  income: 'float8',
  financial_hist_1: 'float8',
  financial_hist_2: 'float8',
  financial_hist_3: 'float8',
  insurance_hist_1: 'float8',
  insurance_hist_4: 'float8',
  insurance_hist_5: 'float8',
  credit_score_1: 'float8',
  location: 'text',
  product_var_3: 'text',
};

/** Columns that the new quarter counts from the other end, which is `end`. */
const moved = ['financial_hist_1', 'financial_hist_2', 'insurance_hist_4', 'insurance_hist_5'];
const end = 4;

/** A statement is one argument of psql, at most 128 KiB. */
const rowsPerStatement = 500;

/** Two quarters of the claims example as tables of a database: `claims`, and `claims_next`, where some columns are measured in another way. */
export async function fillDatabase(database: Database, rowsPerQuarter: number): Promise<void> {
  const text = await readFile(path.join(repository, 'examples/claims/claims.csv'), 'utf8');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const places = Object.keys(types).map((name) => header.split(',').indexOf(name));
  const rowsOf = (from: number): string[] =>
    lines.slice(from, from + rowsPerQuarter).map((line, row) => {
      const cells = line.split(',');
      const values = Object.values(types).map((type, index) =>
        literal(cells[places[index] ?? -1] ?? '', type),
      );
      return `(${row}, ${values.join(', ')})`;
    });
  const columns = Object.entries(types).map(([name, type]) => `${name} ${type}`);
  const changes = moved.map((name) => `${name} = ${end} - ${name}`);
  for (const [table, from] of [
    ['claims', 0],
    ['claims_next', rowsPerQuarter],
  ] as const) {
    await database.query(
      `CREATE TABLE ${table} (row_number int PRIMARY KEY, ${columns.join(', ')})`,
    );
    const rows = rowsOf(from);
    for (let row = 0; row < rows.length; row += rowsPerStatement) {
      const values = rows.slice(row, row + rowsPerStatement).join(',\n');
      await database.query(`INSERT INTO ${table} VALUES ${values}`);
    }
  }
  await database.query(`UPDATE claims_next SET ${changes.join(', ')}`);
}

function literal(cell: string, type: string): string {
  if (cell === '') return 'NULL';
  return type === 'text' ? `'${cell}'` : cell;
}

/** A table as CSV text, in its order. */
export async function csvOf(database: Database, table: string): Promise<string> {
  const names = ['row_number', ...Object.keys(types)];
  const rows = await database.query(
    `COPY (SELECT ${names.join(', ')} FROM ${table} ORDER BY row_number) TO STDOUT WITH (FORMAT csv, HEADER)`,
  );
  return `${rows}\n`;
}
