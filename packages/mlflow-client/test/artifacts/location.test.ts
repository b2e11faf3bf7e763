import { expect, test } from '@jest/globals';
import { proxiedPath } from '../../src/artifacts/location.ts';

const ORIGIN = 'http://127.0.0.1:5000';
const PROXY = `${ORIGIN}/api/2.0/mlflow-artifacts/artifacts`;

test.each<[string, string]>([
  ['mlflow-artifacts:/1/abc/artifacts', '1/abc/artifacts'],
  ['mlflow-artifacts:///1/abc/artifacts/', '1/abc/artifacts'],
  ['mlflow-artifacts://127.0.0.1:5000/1/models/m-1/artifacts', '1/models/m-1/artifacts'],
  ['mlflow-artifacts:/1/with%20space', '1/with space'],
  ['mlflow-artifacts:/', ''],
  [`${PROXY}/1/abc/artifacts`, '1/abc/artifacts'],
  ['http://127.0.0.1:5000/prefix/api/2.0/mlflow-artifacts/artifacts/1/abc', '1/abc'],
])('%s', (location, path) => {
  expect(proxiedPath(location, ORIGIN)).toBe(path);
});

test.each<[string, string]>([
  ['s3://bucket/root', 's3:'],
  ['file:///etc', 'file:'],
  ['/etc', ''],
  ['gs://bucket/root', 'gs:'],
  ['wasbs://c@a.blob.core.windows.net/root', 'wasbs:'],
  ['http://169.254.169.254/latest/meta-data', 'http:'],
  ['http://127.0.0.1:5001/api/2.0/mlflow-artifacts/artifacts/1', 'http:'],
  ['https://127.0.0.1:5000/api/2.0/mlflow-artifacts/artifacts/1', 'https:'],
  [`http://u:canary@127.0.0.1:5000/api/2.0/mlflow-artifacts/artifacts/1`, 'http:'],
  [`${ORIGIN}/api/2.0/mlflow/runs/delete`, 'http:'],
  ['mlflow-artifacts://evil.example/1', 'mlflow-artifacts:'],
  ['mlflow-artifacts:/1?x=1', 'mlflow-artifacts:'],
  ['http:///#/..', ''],
  ['//evil/x', ''],
])('%s is not followed', (location, scheme) => {
  const read = () => proxiedPath(location, ORIGIN);
  expect(read).toThrow(expect.objectContaining({ name: 'ArtifactLocationError', scheme }));
  expect(read).not.toThrow(/canary/);
});

test.each([
  'mlflow-artifacts:/1/%2E%2e%2fx',
  'mlflow-artifacts:/1/a%5Cb',
  'mlflow-artifacts:/1/a%00',
])('%s leads out', (location) => {
  expect(() => proxiedPath(location, ORIGIN)).toThrow(/leads out of the artifact store/);
});
