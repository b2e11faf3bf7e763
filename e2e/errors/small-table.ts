const towns = ['Bonn', 'Ulm', 'Jena'];

/** A small table: `age,city,target`, 60 rows of two classes. */
export const rows: readonly string[] = Array.from(
  { length: 60 },
  (_, row) =>
    `${20 + ((row * 7) % 43)},${towns[row % 3] ?? ''},${(row * 7) % 43 > 20 || row % 11 === 0 ? 1 : 0}`,
);
export const header = 'age,city,target';

/** A sweep file for it; `changes` replace the value of a key, or add the key. */
export function sweepFile(changes: Readonly<Record<string, string>> = {}): string {
  const keys = {
    name: 'errors',
    source: 'data.csv',
    target: 'target',
    categorical: '[city]',
    search: '{trials: 1, folds: 2}',
    params: '{objective: binary:logistic}',
    space: '{n_estimators: {int: [2, 3]}}',
    ...changes,
  };
  return Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}
