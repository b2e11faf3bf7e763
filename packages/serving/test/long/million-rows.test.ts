import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
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
  const text = await readFile(claims, 'utf8');
  const end = text.indexOf('\n') + 1;
  const file = createWriteStream(at('million.csv'));
  file.write(text.slice(0, end));
  for (let copy = 0; copy < copies; copy++) {
    if (!file.write(text.slice(end))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  const script = `import pandas; pandas.read_csv("million.csv").to_parquet("million.parquet")`;
  const python = fileURLToPath(new URL('../../../../.venv/bin/python', import.meta.url));
  await run(python, ['-c', script], { cwd: folder });
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

interface Measured {
  readonly rows: number;
  readonly seconds: number;
  readonly maxRssMb: number;
  readonly longestBlockMs: number;
}

/** Scores in a process of its own, as `xgflow predict` does. */
async function measure(input: string, output: string): Promise<Measured> {
  const [model, serving] = ['model', 'serving'].map((name) =>
    fileURLToPath(new URL(`../../../${name}/dist/index.js`, import.meta.url)),
  );
  const script = `
    import { monitorEventLoopDelay } from 'node:perf_hooks';
    import { Predictor } from ${JSON.stringify(model)};
    import { scoreTable } from ${JSON.stringify(serving)};
    using predictor = await Predictor.load(${JSON.stringify(at('model'))});
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const begin = performance.now();
    const { rows } = await scoreTable({ predictor, input: ${JSON.stringify(input)}, output: ${JSON.stringify(output)} });
    console.log(JSON.stringify({ rows, seconds: (performance.now() - begin) / 1000,
      maxRssMb: process.resourceUsage().maxRSS / 1024, longestBlockMs: delay.max / 1e6 }));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout) as Measured;
}

test.each(['csv', 'parquet'])(
  'a million rows of %s in less than 300 MB',
  async (kind) => {
    const output = at(`${kind}-scores.csv`);
    const measured = await measure(at(`million.${kind}`), output);
    console.log(kind, measured);
    expect(measured).toMatchObject({ rows: 1_000_000 });
    expect(measured.maxRssMb).toBeLessThan(300);
    expect(measured.longestBlockMs).toBeLessThan(250);

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
