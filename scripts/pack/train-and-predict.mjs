// Runs in the project that the tarballs were installed into, also on Node 22, which does not know `using`.
import assert from 'node:assert/strict';
import { Booster, DMatrix, train } from '@xgflow/xgboost-node';

const rows = 200;
const x = Float32Array.from({ length: rows }, (_, row) => row / rows);
const label = Float32Array.from(x, (value) => (value > 0.5 ? 1 : 0));
const data = DMatrix.fromColumns([{ name: 'x', values: x }], { label });
const params = { objective: 'binary:logistic', max_depth: 2, nthread: 1, seed: 1 };
const { booster } = train(params, data, { rounds: 10 });
const scores = booster.predict(data).values;
assert.equal(scores.length, rows);
assert.ok(scores.every((score, row) => score > 0.5 === (label[row] === 1)));
booster.save('model.ubj');
const loaded = Booster.load('model.ubj');
assert.deepEqual(loaded.predict(data).values, scores);
for (const each of [loaded, booster, data]) each.dispose();
