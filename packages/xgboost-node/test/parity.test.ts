import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { learningRateSchedule, train } from '../src/index.ts';
import type {
  Booster,
  CustomMetric,
  CustomObjective,
  DMatrix,
  Prediction,
  TrainOptions,
  TrainResult,
} from '../src/index.ts';
import { parityCases, parityMatrix } from './parity-case.ts';
import type { Digest, ParityCase } from './parity-case.ts';

function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function digest({ values, shape }: Prediction): Digest {
  return { shape, sha256: sha(new Uint8Array(values.buffer)) };
}

const squaredError: CustomObjective = (margin, data) => {
  const label = data.label;
  return {
    gradient: margin.values.map((value, row) => value - label[row]!),
    hessian: new Float32Array(label.length).fill(1),
  };
};

const largestError: CustomMetric = ({ values }, data) => {
  const label = data.label;
  const errors = values.map((value, row) => Math.abs(Math.fround(value - label[row]!)));
  return { name: 'largest-error', value: Math.max(...errors) };
};

function fit(
  parity: ParityCase,
  [data, valid]: readonly [DMatrix, DMatrix],
  more: Partial<TrainOptions>,
): TrainResult {
  return train({ ...parity.params, nthread: 1 }, data, {
    rounds: parity.rounds ?? 10,
    evals: [
      { name: 'train', data },
      { name: 'valid', data: valid },
    ],
    ...(parity.learningRates ? { callbacks: [learningRateSchedule(parity.learningRates)] } : {}),
    ...(parity.custom ? { objective: squaredError } : {}),
    ...(parity.custom || parity.customMetric ? { metric: largestError } : {}),
    ...more,
  });
}

function fitCase(parity: ParityCase, data: readonly [DMatrix, DMatrix]): TrainResult {
  const first = fit(
    parity,
    data,
    parity.earlyStopping ? { earlyStopping: parity.earlyStopping } : {},
  );
  if (!parity.continued) return first;
  using from = first.booster;
  return fit(parity, data, { ...parity.continued, continueFrom: from });
}

function summary(booster: Booster, valid: DMatrix, parity: ParityCase) {
  const linear = parity.params.booster === 'gblinear';
  return {
    attributes: Object.fromEntries(booster.attributes()),
    roundCount: booster.roundCount,
    value: digest(booster.predict(valid)),
    margin: digest(booster.predict(valid, { output: 'margin' })),
    firstRounds: linear ? null : digest(booster.predict(valid, { iterationRange: [0, 1] })),
    contributions: digest(booster.predict(valid, { output: 'contributions' })),
    gain: linear ? null : Object.fromEntries(booster.importance('gain')),
  };
}

describe('the same model as Python, to the last bit', () => {
  test.each(parityCases)('$name', (parity) => {
    using data = parityMatrix(parity, 42);
    using valid = parityMatrix(parity, 4711);
    using result = fitCase(parity, [data, valid]);
    const { history, ubj, json, ...expected } = parity.expected;
    expect(structuredClone(result.history)).toEqual(history);
    expect(summary(result.booster, valid, parity)).toEqual(expected);
    if (parity.modelBytes === false) return;
    const bytes = result.booster.toBuffer();
    expect({ length: bytes.length, sha256: sha(bytes) }).toEqual(ubj);
    expect(sha(result.booster.toBuffer('json'))).toBe(json);
  });
});
