import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const towns = ['Bonn', 'Ulm', 'Jena', 'Åre'];

/** 600 rows, four features and a target; names that are not ASCII, so that they go the whole way too. */
function table(): string {
  const rows = Array.from({ length: 600 }, (_, row) => {
    const age = 20 + ((row * 37) % 61);
    const income = Math.round(Math.sin(row * 12.9898) * 10_000) / 10;
    const visits = (row * row) % 17;
    const town = towns[(row * 7) % 4] ?? '';
    const bought = age / 20 + income / 400 + Math.cos(row * 78.233) > 2.6 ? 'да' : 'нет';
    return [age, income, visits, town, bought].join(',');
  });
  return ['возраст,income,visits,stadt_ü,target', ...rows, ''].join('\n');
}

const sweepFile = `name: faults
source: data.csv
target: target
positive_class: да
categorical: [stadt_ü]
search: {trials: 2, folds: 2, scoring: roc_auc, seed: 3}
params: {objective: binary:logistic}
space:
  max_depth: {int: [2, 4]}
  n_estimators: {int: [3, 6]}
variants:
  plain: {}
  eager:
    params: {eta: 0.5}
`;

/** A fresh directory with a sweep of 2 variants × 2 trials × 2 folds in it; removed afterwards. */
export async function withSmallSweep<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'xgflow-faults-'));
  try {
    await writeFile(path.join(directory, 'data.csv'), table());
    await writeFile(path.join(directory, 'sweep.yaml'), sweepFile);
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
