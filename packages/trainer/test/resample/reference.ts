import { readFileSync } from 'node:fs';
import type { FeatureColumn } from '../../src/resample/feature-columns.ts';
import type { ResampleSettings } from '../../src/resample/settings.ts';
import { RandomState } from '../../src/split/random-state.ts';

interface Drawn {
  n: number;
  shares: number[];
  data_seed: number;
}

export interface DrawnRows extends Drawn, Pick<ResampleSettings, 'method' | 'ratio' | 'seed'> {
  rows: number;
  hash: string;
  first: number[];
  last: number[];
}

export interface MadeRows extends Drawn, ResampleSettings {
  name: string;
  numbers: number;
  levels?: number[];
  missing?: boolean;
  made: number;
  labels: string;
  number_hashes: string[];
  code_hashes: string[];
  first_numbers: number[];
  first_codes: number[][];
}

export interface Weighted extends Drawn {
  weight: 'balanced' | Record<number, number>;
  classes: number[];
  rows_hash: string;
}

/** What imbalanced-learn and scikit-learn gave; made by test/fixtures/make-resample.py. */
export const reference = JSON.parse(
  readFileSync(new URL('../fixtures/resample.json', import.meta.url), 'utf8'),
) as { drawn: DrawnRows[]; made: MadeRows[]; weights: Weighted[] };

/** The generator of a seed, as NumPy has it. */
export const draws = (seed: number): RandomState => new RandomState(seed);

export function labelsOf({ n, shares, data_seed: seed }: Drawn): Uint8Array {
  const random = new RandomState(seed);
  const edges: number[] = [];
  for (const share of shares) edges.push((edges.at(-1) ?? 0) + share);
  const total = edges.at(-1)!;
  return Uint8Array.from({ length: n }, () => {
    const at = random.randomSample() * total;
    return edges.filter((edge) => edge <= at).length;
  });
}

export function columnsOf(row: MadeRows): FeatureColumn[] {
  const random = new RandomState(row.data_seed + 1);
  const numbers = Array.from({ length: row.numbers }, (_, column) => ({
    name: `number_${column}`,
    values: Float64Array.from({ length: row.n }, () => random.randomSample() * (1 + (column % 4))),
  }));
  const codes = new RandomState(row.data_seed + 2);
  const categories = (row.levels ?? []).map((levels, column) => ({
    name: `category_${column}`,
    codes: Int32Array.from({ length: row.n }, () => {
      const code = codes.randint(0, levels);
      return row.missing && code === levels - 1 ? -1 : code;
    }),
  }));
  return [...numbers, ...categories];
}
