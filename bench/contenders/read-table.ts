// A CSV file into typed columns with our reader: node read-table.ts FILE SWEEP_JSON
import { readFile } from 'node:fs/promises';
import { readCsv } from '@xgflow/data';
import { reportWork } from './report-work.ts';

// The trainer would read the sweep file itself, but its modules' heap would be collected while the table is read.
const [file = '', sweep = ''] = process.argv.slice(2);
const { categorical, drop } = JSON.parse(await readFile(sweep, 'utf8')) as {
  readonly categorical: readonly string[];
  readonly drop: readonly string[];
};
await reportWork(() => readCsv(file, { categorical, drop }));
