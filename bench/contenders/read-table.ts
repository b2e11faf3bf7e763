// A CSV file into typed columns with our reader: node read-table.ts FILE
import { readCsv } from '@xgflow/data';
import { claimsColumns } from './claims-columns.ts';
import { reportWork } from './report-work.ts';

const [file = ''] = process.argv.slice(2);
const columns = await claimsColumns();
await reportWork(() => readCsv(file, columns));
