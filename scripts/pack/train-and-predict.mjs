// Runs in the project that the tarballs were installed into.
import assert from 'node:assert/strict';
import { Booster, DMatrix, train } from '@xgflow/xgboost-node';

const rows = 200;
const x = Float32Array.from({ length: rows }, (_, row) => row / rows);
const label = Float32Array.from(x, (value) => (value > 0.5 ? 1 : 0));
using data = DMatrix.fromColumns([{ name: 'x', values: x }], { label });
const params = { objective: 'binary:logistic', max_depth: 2, nthread: 1, seed: 1 };
const { booster } = train(params, data, { rounds: 10 });
const scores = booster.predict(data).values;
assert.equal(scores.length, rows);
assert.ok(scores.every((score, row) => score > 0.5 === (label[row] === 1)));
booster.save('model.ubj');
assert.deepEqual(Booster.load('model.ubj').predict(data).values, scores);
