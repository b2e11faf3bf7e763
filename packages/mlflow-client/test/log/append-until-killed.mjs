// Child of append-only.test.ts: appends numbered records and prints each number once it is acknowledged.
// Runs on dist/, as everything does that starts a process.
import { AppendOnlyLog } from '../../dist/log/append-only.js';

const [path, fsync] = process.argv.slice(2);
const log = await AppendOnlyLog.open(path, { format: 'test/1', fsync });
for (let n = 1; ; n += 1) {
  await log.append({ n, text: 'x'.repeat(n % 5000) });
  process.stdout.write(`${n}\n`);
}
