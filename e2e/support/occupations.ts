import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from './xgflow.ts';

const kept = ['product_var_3', 'age', 'bmi', 'income', 'credit_score_1', 'gender'];

const sweep = `name: classes
source: classes.csv
target: product_var_3
task: multiclass
categorical: [gender]
split: { test_size: 0.25, seed: 3, stratify: true }
search: { trials: 2, folds: 3, seed: 3, early_stopping: { metric: mlogloss, rounds: 5 } }
params: { eval_metric: [merror], tree_method: hist }
space: { n_estimators: { int: [10, 30] }, max_depth: { int: [2, 4] } }
`;

/** A small table of several classes from the severity example, and a sweep file for it. */
export async function writeOccupations(directory: string): Promise<{
  readonly csv: string;
  readonly file: string;
  /** Of the target, sorted. */
  readonly levels: readonly string[];
}> {
  const example = path.join(repository, 'examples/claims/claims-severity.csv');
  const [header = '', ...lines] = (await readFile(example, 'utf8')).split('\n').slice(0, 601);
  const places = kept.map((name) => header.split(',').indexOf(name));
  const rows = lines.map((line) => places.map((place) => line.split(',')[place] ?? ''));
  const csv = path.join(directory, 'classes.csv');
  await writeFile(csv, [kept, ...rows, []].map((cells) => cells.join(',')).join('\n'));
  const file = path.join(directory, 'classes.yaml');
  await writeFile(file, sweep);
  return { csv, file, levels: [...new Set(rows.map(([level = '']) => level))].toSorted() };
}
