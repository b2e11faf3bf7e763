import { describe, expect, test } from '@jest/globals';
import { parseModelUri, type ModelUri } from '../../src/models/parse-model-uri.ts';

describe('model URIs', () => {
  test.each<[string, ModelUri]>([
    ['models:/claims@champion', { kind: 'alias', name: 'claims', alias: 'champion' }],
    ['models:/a@b@c', { kind: 'alias', name: 'a@b', alias: 'c' }],
    ['models:/claims model/3', { kind: 'version', name: 'claims model', version: '3' }],
    ['models:/claims/007', { kind: 'version', name: 'claims', version: '7' }],
    ['models:/claims/Latest', { kind: 'latest', name: 'claims' }],
    ['models:/m-0123', { kind: 'logged-model', modelId: 'm-0123' }],
    ['runs:/abc/model', { kind: 'run', runId: 'abc', path: 'model' }],
    ['runs:/abc/a/b/', { kind: 'run', runId: 'abc', path: 'a/b' }],
    ['./model', { kind: 'local', directory: './model' }],
    ['C:\\models\\a', { kind: 'local', directory: 'C:\\models\\a' }],
    ['file:///tmp/a%20b', { kind: 'local', directory: '/tmp/a b' }],
  ])('%s', (uri, expected) => {
    expect(parseModelUri(uri)).toEqual(expected);
  });

  test.each([
    '',
    'models:/',
    'models:claims',
    'models://claims/1',
    'models:/claims/',
    'models:/claims/1/2',
    'models:/claims/Production',
    'models:/@champion',
    'models:/claims@',
    'runs:/',
    'runs:/abc',
    'runs:/abc/',
    's3://bucket/model',
    'file://host/path',
  ])('%p is refused with what to use instead', (uri) => {
    expect(() => parseModelUri(uri)).toThrow(
      expect.objectContaining({
        name: 'ModelUriError',
        uri,
        hint: expect.stringContaining('models:/name@alias'),
      }),
    );
  });
});
