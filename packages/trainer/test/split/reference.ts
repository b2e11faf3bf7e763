import { readFileSync } from 'node:fs';
import { RandomState } from '../../src/split/random-state.ts';

export interface Stream {
  seed: number | number[];
  raw: number[];
  sample: number[];
  randint: number[];
  wide: number[];
  permutation: number[];
  long: string;
  after: number;
}

export interface Holdout {
  n: number;
  seed: number;
  test_size: number;
  train: string;
  test: string;
  train_rows?: number[];
  test_rows?: number[];
}

export interface StratifiedHoldout extends Omit<Holdout, 'train' | 'test'> {
  classes: number;
  share: number;
  train?: string;
  test?: string;
  refused?: boolean;
}

export interface CrossValidation {
  n: number;
  folds: number;
  classes: number;
  share: number;
  parts?: [string, string][];
  refused?: boolean;
}

interface Reference {
  streams: Stream[];
  holdouts: Holdout[];
  stratified_holdouts: StratifiedHoldout[];
  cross_validations: CrossValidation[];
}

/** What NumPy and scikit-learn gave; made by test/fixtures/make-split.py. */
export const reference = JSON.parse(
  readFileSync(new URL('../fixtures/split.json', import.meta.url), 'utf8'),
) as Reference;

/** FNV-1a over the little-endian bytes, as make-split.py hashes index lists. */
export function fnv1a(indices: Int32Array): string {
  let value = 0x811c9dc5;
  for (const byte of new Uint8Array(indices.buffer, indices.byteOffset, indices.byteLength)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
}

/** The class codes that make-split.py used for this case. */
export function codesOf({
  n,
  classes,
  share,
}: {
  n: number;
  classes: number;
  share: number;
}): Int32Array {
  const random = new RandomState(n);
  return Int32Array.from({ length: n }, () => {
    const draw = random.randomSample();
    return classes === 2 ? Number(draw < share) : Math.floor(draw * classes);
  });
}
