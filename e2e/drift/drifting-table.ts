import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomNumbers } from '../support/faults/random-numbers.ts';

export interface Drawn {
  readonly seed: number;
  readonly rows: number;
  /** Years that everybody is older. */
  readonly older?: number;
}

/** People and whether they claimed, which age and region decide, and luck. */
export function peopleCsv({ seed, rows, older = 0 }: Drawn): string {
  const random = randomNumbers(seed);
  const lines = Array.from({ length: rows }, () => {
    const age = 20 + older + 50 * random();
    const income = random() < 0.05 ? '' : (900 + 4000 * random() ** 2).toFixed(0);
    const region = ['north', 'south', 'west'][Math.floor(3 * random())] ?? '';
    const chance = (1 / (1 + Math.exp((50 - age) / 6))) * (region === 'west' ? 0.5 : 1);
    return [age.toFixed(1), income, region, random() < chance ? 1 : 0].join(',');
  });
  return `age,income,region,claim\n${lines.join('\n')}\n`;
}

const sweepFile = (name: string): string => `name: ${name}
source: train.csv
target: claim
categorical: [region]
search: {trials: 2, folds: 2, scoring: roc_auc}
params: {objective: binary:logistic, max_depth: 2}
space: {n_estimators: {int: [15, 25]}}
`;

/** A directory with a training table and its sweep file; removed afterwards. */
export async function withPeople<T>(
  name: string,
  work: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'xgflow-drift-'));
  const write = (file: string, text: string): Promise<void> =>
    writeFile(path.join(directory, file), text);
  try {
    await write('train.csv', peopleCsv({ seed: 1, rows: 1500 }));
    await write('same.csv', peopleCsv({ seed: 2, rows: 1000 }));
    await write('older.csv', peopleCsv({ seed: 3, rows: 1000, older: 15 }));
    await write('tiny.csv', peopleCsv({ seed: 4, rows: 12 }));
    await write('sweep.yaml', sweepFile(name));
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
