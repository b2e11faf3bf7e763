import { readFileSync } from 'node:fs';
import type { EarlyStoppingOptions, EvalHistory, MetaInfo, TrainParams } from '../src/index.ts';
import { DMatrix } from '../src/index.ts';
import { denseValues, labels, sparseValues, syntheticTable } from './synthetic-table.ts';
import type { LabelKind, LevelKind } from './synthetic-table.ts';

/** A result's shape and the sha256 of its float32 bytes. */
export interface Digest {
  shape: number[];
  sha256: string;
}

/** One case of fixtures/parity.json, with what Python's xgboost made of it. */
export interface ParityCase {
  name: string;
  input: 'columns' | 'dense' | 'dense64' | 'csr';
  columns?: string;
  levels?: LevelKind;
  /** `bounds`: times of survival instead of labels. */
  label: LabelKind | 'bounds';
  params: TrainParams;
  rounds?: number;
  earlyStopping?: EarlyStoppingOptions;
  continued?: { rounds: number; earlyStopping?: EarlyStoppingOptions };
  learningRates?: number[];
  weight?: boolean;
  baseMargin?: boolean;
  /** Twenty rows a query, and a weight for each. */
  queries?: boolean;
  featureWeights?: number[];
  /** Besides the labels the same, backwards. */
  twoTargets?: boolean;
  missing?: number;
  slice?: boolean;
  custom?: boolean;
  customMetric?: boolean;
  /** false where Python's own bytes are known to be wrong. */
  modelBytes?: false;
  expected: {
    ubj: { length: number; sha256: string };
    json: string;
    history: EvalHistory;
    attributes: Record<string, string>;
    roundCount: number;
    value: Digest;
    margin: Digest;
    firstRounds: Digest | null;
    contributions: Digest;
    gain: Record<string, number> | null;
  };
}

export const parityCases = JSON.parse(
  readFileSync(new URL('./fixtures/parity.json', import.meta.url), 'utf8'),
) as ParityCase[];

const rows = 400;

/** From the score on, until twice as long; the event of every fourth row was not seen. */
function bounds(scores: readonly number[]): MetaInfo {
  const labelLowerBound = Float32Array.from(scores);
  const labelUpperBound = labelLowerBound.map((from, i) => (i % 4 === 0 ? Infinity : from * 2));
  return { labelLowerBound, labelUpperBound };
}

function labelsOf(scores: readonly number[], kind: LabelKind, twice: boolean): MetaInfo {
  const label = labels(scores, kind);
  if (!twice) return { label };
  const both = Array.from(label).flatMap((one, row) => [one, label[rows - 1 - row]!]);
  return { label: both, targets: 2 };
}

/** The case's data, from the seed, as fixtures/make-parity.py builds it. */
export function parityMatrix(parity: ParityCase, seed: number): DMatrix {
  const table = syntheticTable(rows, seed, parity.levels);
  const info = {
    nthread: 1,
    ...(parity.label === 'bounds'
      ? bounds(table.scores)
      : labelsOf(table.scores, parity.label, parity.twoTargets === true)),
    ...(parity.queries
      ? {
          qid: Int32Array.from({ length: rows }, (_, i) => Math.floor(i / 20)),
          weight: Float32Array.from({ length: rows / 20 }, (_, i) => (i % 3) + 0.5),
        }
      : {}),
    ...(parity.featureWeights ? { featureWeights: parity.featureWeights } : {}),
    ...(parity.weight
      ? { weight: Float32Array.from({ length: rows }, (_, i) => (i % 3) + 0.5) }
      : {}),
    ...(parity.baseMargin
      ? { baseMargin: Float32Array.from({ length: rows }, (_, i) => (i % 5) / 4) }
      : {}),
  };
  if (parity.input === 'columns') {
    const chosen = table.columns.filter(({ name }) => parity.columns!.includes(name));
    const matrix = DMatrix.fromColumns(chosen, info);
    if (!parity.slice) return matrix;
    using whole = matrix;
    return whole.slice(Int32Array.from({ length: 133 }, (_, index) => rows - 1 - 3 * index));
  }
  if (parity.input === 'csr') return DMatrix.fromCSR(sparseValues(table), { cols: 4, ...info });
  const { missing = NaN } = parity;
  const into = parity.input === 'dense64' ? new Float64Array(rows * 4) : new Float32Array(rows * 4);
  const values = denseValues(table, into, missing);
  return DMatrix.fromDense(values, { rows, cols: 4, missing, ...info });
}
