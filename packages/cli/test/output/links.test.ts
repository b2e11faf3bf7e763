import { expect, test } from '@jest/globals';
import { linksFor } from '../../src/output/links.ts';

const links = linksFor('http://u:secret@h:5000/mlflow/');
const base = 'http://h:5000/mlflow';
const training = 'workflowType=machine_learning';

// Routes as the 3.17.2 UI registers them: /experiments/:experimentId, /experiments/:experimentId/runs/:runUuid,
// /compare-runs?runs=[…]&experiments=[…], /models/:modelName, /models/:modelName/versions/:version.
test.each([
  [links.home, `${base}/`],
  [links.experiment('12'), `${base}/#/experiments/12/runs?${training}&viewStateShareKey=xgflow`],
  [links.run('12', 'abc'), `${base}/#/experiments/12/runs/abc?${training}`],
  [
    links.compareRuns(['12', '12'], ['abc', 'def']),
    `${base}/#/compare-runs?runs=%5B%22abc%22%2C%22def%22%5D&experiments=%5B%2212%22%5D&${training}`,
  ],
  [links.registeredModel('credit model'), `${base}/#/models/credit%20model?${training}`],
  [links.modelVersion('credit_model', 3), `${base}/#/models/credit_model/versions/3?${training}`],
  [
    linksFor('http://127.0.0.1:5000').run('1', 'a'),
    `http://127.0.0.1:5000/#/experiments/1/runs/a?${training}`,
  ],
])('%s', (link, expected) => {
  expect(link).toBe(expected);
});
