import { readFile, writeFile } from 'node:fs/promises';
import { xgflowJson } from './xgflow.ts';

/** What `xgflow drift --json` prints, as far as tests look at it. */
export interface DriftAnswer {
  readonly status: string;
  readonly columns: readonly { readonly name: string; readonly severity: string }[];
  readonly predictions: readonly { readonly name: string; readonly severity: string }[];
  readonly target: { readonly severity: string } | null;
  readonly metric: { readonly name: string; readonly severity: string } | null;
}

/** The verdicts on every second row of a CSV file, and on the same with everybody so many years older. */
export async function driftOfOlder(
  model: string,
  csv: string,
  { labels, years }: { readonly labels: string; readonly years: number },
): Promise<{ readonly same: DriftAnswer; readonly older: DriftAnswer }> {
  const [header = '', ...lines] = (await readFile(csv, 'utf8')).trimEnd().split('\n');
  const age = header.split(',').indexOf('age');
  const half = lines.filter((_, row) => row % 2 === 0);
  const aged = half.map((line) =>
    line
      .split(',')
      .map((cell, at) => (at === age ? String(Number(cell) + years) : cell))
      .join(','),
  );
  const drift = async (rows: readonly string[], code: number): Promise<DriftAnswer> => {
    const current = csv.replace(/\.csv$/u, `-${code}.csv`);
    await writeFile(current, [header, ...rows, ''].join('\n'));
    const args = ['drift', '--model', model, '--current', current, '--labels', labels];
    return xgflowJson([...args, '--no-tracking'], { code });
  };
  return { same: await drift(half, 0), older: await drift(aged, 11) };
}
