// Trains on one file, compares two others with it, and writes how far the process's memory went after each.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resourceUsage } from 'node:process';
import { inferSchema, readCsv } from '@xgflow/data';
import { Codec, Predictor, writeModelDirectory } from '@xgflow/model';
import { detectDrift, profileOfFile } from '@xgflow/serving';
import { DMatrix, train } from '@xgflow/xgboost-node';

const [folder, reference, small, large, answer] = process.argv.slice(2);

async function model() {
  const table = await readCsv(reference, { categorical: ['level'] });
  const features = table.drop(['y']);
  const codec = Codec.fromTable(features);
  const label = Float32Array.from(table.column('y').values);
  const data = DMatrix.fromColumns(codec.encodeTable(features), { label, nthread: 1 });
  const params = { objective: 'binary:logistic', max_depth: 3, nthread: 1 };
  const { booster } = train(params, data, { rounds: 20 });
  await writeModelDirectory(join(folder, 'm'), {
    model: booster.toBuffer('ubj'),
    codec,
    schema: inferSchema(features),
    target: { name: 'y', classes: [0, 1] },
  });
  booster.dispose();
  data.dispose();
}

await model();
const predictor = await Predictor.load(join(folder, 'm'));
const evaluate = ({ labels, scores }) => {
  const value = labels.filter((y, row) => y === Number(scores[row] > 0.5)).length / labels.length;
  return {
    metric: 'accuracy',
    direction: 'maximize',
    value,
    low: value - 0.01,
    high: value + 0.01,
  };
};
const watched = { predictor, labels: 'y', evaluate };
const profile = await profileOfFile({ ...watched, reference });
const peaks = [];
const statuses = [];
let seconds = 0;
for (const current of [small, large]) {
  const started = performance.now();
  const report = await detectDrift({ ...watched, profile, current });
  seconds = Math.round((performance.now() - started) / 100) / 10;
  peaks.push(resourceUsage().maxRSS * 1024);
  statuses.push(report.status);
}
await writeFile(answer, JSON.stringify({ peaks, statuses, seconds }));
