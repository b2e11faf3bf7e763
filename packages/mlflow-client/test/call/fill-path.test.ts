import { describe, expect, test } from '@jest/globals';
import { fillPath } from '../../src/call/fill-path.ts';

describe('fillPath', () => {
  test.each([
    ['no parameter', '/a/b', {}, '/a/b'],
    ['a plain id', '/a/{model_id}', { model_id: 'm-1' }, '/a/m-1'],
    ['a slash inside one segment', '/a/{tag_key}', { tag_key: 'a/b c' }, '/a/a%2Fb%20c'],
    [
      'an artifact path keeps its slashes',
      '/a/{artifact_path}',
      { artifact_path: 'x y/ä' },
      '/a/x%20y/%C3%A4',
    ],
    ['several', '/{trace_id}/b/{key}', { trace_id: 't', key: 'k' }, '/t/b/k'],
  ])('%s', (_, template, parameters, expected) => {
    expect(fillPath(template, parameters)).toBe(expected);
  });

  test.each([
    ['missing', {}],
    ['empty', { model_id: '' }],
    ['a dot segment', { model_id: '..' }],
    ['inherited from Object', { other: 'x' }],
  ])('%s is refused', (_, parameters) => {
    expect(() => fillPath('/a/{model_id}', parameters)).toThrow(/path parameter model_id/);
    expect(() => fillPath('/a/{constructor}', parameters)).toThrow(
      /path parameter constructor is missing/,
    );
  });

  test.each(['a//b', '../b', 'a/./b', '/a'])('the artifact path %p is refused', (artifact_path) => {
    expect(() => fillPath('/a/{artifact_path}', { artifact_path })).toThrow('empty or dot segment');
  });
});
