// The floor of our reader: csv-parse over a CSV file with the options that our reader gives it, every record
// dropped, nothing converted or checked: node parse-only.ts FILE
import { createReadStream } from 'node:fs';
import { Parser } from 'csv-parse';
import { reportWork } from './report-work.ts';

const BLOCK_BYTES = 256 * 1024;
const [file = ''] = process.argv.slice(2);

await reportWork(async () => {
  const parser = new Parser({
    bom: true,
    delimiter: ',',
    max_record_size: 1024 * 1024,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: () => null,
  });
  parser.resume();
  const settle = (start: (done: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      start((error) => {
        if (error == null) resolve();
        else reject(error);
      });
    });
  for await (const block of createReadStream(file, { highWaterMark: BLOCK_BYTES })) {
    await settle((done) => parser.write(block, done));
  }
  await settle((done) => parser.end(done));
});
