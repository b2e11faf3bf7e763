import { execFile, spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inferSchema, openSource, parseSource, readCsv, readSource } from '@xgflow/data';
import { Codec, Predictor, writeModelDirectory } from '@xgflow/model';
import { DMatrix, train } from '@xgflow/xgboost-node';
import { float32ToString } from '../../src/batch/float32-to-string.ts';

const run = promisify(execFile);
const claims = fileURLToPath(new URL('../../../../examples/claims/claims.csv', import.meta.url));
const categorical = ['product_var_3', 'gender', 'marital_status', 'occupation', 'location'];
const copies = 100;

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xgflow-million-'));
  const table = await readCsv(claims, { categorical, text: 'categorical', drop: ['claim_status'] });
  const { values } = (await readCsv(claims, { text: 'categorical' })).column('claim_status') as {
    readonly values: Float64Array;
  };
  const codec = Codec.fromTable(table);
  const label = Float32Array.from(values);
  using data = DMatrix.fromColumns(codec.encodeTable(table), { label, nthread: 2 });
  const params = { objective: 'binary:logistic', max_depth: 6, nthread: 2 };
  using booster = train(params, data, { rounds: 200 }).booster;
  await writeModelDirectory(at('model'), {
    model: booster.toBuffer('ubj'),
    codec,
    schema: inferSchema(table),
    target: { name: 'claim_status', classes: [0, 1] },
  });
  const content = await readFile(claims, 'utf8');
  const end = content.indexOf('\n') + 1;
  const file = createWriteStream(at('million.csv'));
  file.write(content.slice(0, end));
  for (let copy = 0; copy < copies; copy++) {
    if (!file.write(content.slice(end))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  // As pandas writes it, in one row group; in many; and with wide columns of text that the model does not know.
  const script = `
import pandas
table = pandas.read_csv("million.csv")
table.to_parquet("million.parquet")
table.to_parquet("groups.parquet", row_group_size=50_000)
for i in range(4):
    table[f"note{i}"] = [f"{i} {row:x} " * 6 for row in range(len(table))]
table.to_parquet("wide.parquet")`;
  const python = fileURLToPath(new URL('../../../../.venv/bin/python', import.meta.url));
  await run(python, ['-c', script], { cwd: folder });
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

const bin = fileURLToPath(new URL('../../../cli/bin/xgflow.js', import.meta.url));

/** Scores with `xgflow predict`; gives the rows, the peak of its resident memory in MB, and the time. */
async function measure(
  input: string,
  output: string,
): Promise<{ rows: number; peak: number; seconds: number }> {
  const started = performance.now();
  const args = ['predict', '--model', at('model'), '--input', input, '--output', output, '--json'];
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    // The kernel keeps the high-water mark.
    void readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').then(
      (status) => (peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? peak * 1024) / 1024),
      () => undefined,
    );
  }, 100);
  const answer = await text(child.stdout);
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  return { ...(JSON.parse(answer) as { readonly rows: number }), peak, seconds };
}

test.each(['million.csv', 'million.parquet', 'groups.parquet', 'wide.parquet'])(
  '%s: a million rows in less than 300 MB and four minutes',
  async (input) => {
    const output = at(`${input}-scores.csv`);
    const measured = await measure(at(input), output);
    console.log(`${input}: peak ${measured.peak.toFixed(0)} MB, ${measured.seconds.toFixed(0)} s`);
    expect(measured.rows).toBe(1_000_000);
    expect(measured.peak).toBeGreaterThan(50);
    expect(measured.peak).toBeLessThan(300);
    // About 20 s of CPU; nothing in it may grow faster than the rows.
    expect(measured.seconds).toBeLessThan(240);

    // Every hundredth of the file is the same rows: each line is the score of the row alone.
    using predictor = await Predictor.load(at('model'));
    const table = await readSource(
      openSource(parseSource(at('million.parquet')), 'SELECT * FROM source LIMIT 10000'),
      {
        categorical,
        text: 'categorical',
      },
    );
    const { probabilities } = predictor.predictTable(table);
    let row = -1;
    for await (const line of createInterface({ input: createReadStream(output) })) {
      if (row >= 0) {
        const expected = `${row + 1},${float32ToString(probabilities[row % 10_000] ?? NaN)},`;
        if (!line.startsWith(expected)) throw new Error(`${line} is not ${expected}…`);
      }
      row++;
    }
    expect(row).toBe(1_000_000);
  },
  600_000,
);
