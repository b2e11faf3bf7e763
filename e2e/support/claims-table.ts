import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from './xgflow.ts';

const types = {
  claim_status: 'int',
  age: 'int',
  income: 'float8',
  gender: 'int',
  location: 'text',
  product_var_3: 'text',
} as const;

/** Some columns of the example's first rows, as CSV text and as SQL. */
export async function claimsTable(): Promise<{ readonly csv: string; readonly sql: string }> {
  const text = await readFile(path.join(repository, 'examples/claims/claims.csv'), 'utf8');
  const [header = '', ...lines] = text.trimEnd().split('\n').slice(0, 1501);
  const names = Object.keys(types);
  const places = names.map((name) => header.split(',').indexOf(name));
  const rows = lines.map((line) => places.map((place) => line.split(',')[place] ?? ''));
  const values = rows.map((cells, row) => {
    const written = cells.map((cell, index) => {
      if (cell === '') return 'NULL';
      return Object.values(types)[index] === 'text' ? `'${cell}'` : cell;
    });
    return `(${row}, ${written.join(', ')})`;
  });
  const columns = Object.entries(types).map(([name, type]) => `${name} ${type}`);
  return {
    csv: [names, ...rows].map((cells) => `${cells.join(',')}\n`).join(''),
    sql: `CREATE TABLE claims (row_number int PRIMARY KEY, ${columns.join(', ')}); INSERT INTO claims VALUES ${values.join(',\n')};`,
  };
}
