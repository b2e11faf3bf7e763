import { describe, expect, test } from '@jest/globals';
import { checkPath } from '../../src/http/path.ts';
import { encodeQuery } from '../../src/http/query.ts';

describe('encodeQuery', () => {
  test.each<[Parameters<typeof encodeQuery>[0], string]>([
    [undefined, ''],
    [{}, ''],
    [{ a: undefined }, ''],
    [{ run_ids: ['a', 'b'] }, '?run_ids=a&run_ids=b'],
    [{ all: true, none: false }, '?all=true&none=false'],
    [{ n: 5, big: 9007199254740993n }, '?n=5&big=9007199254740993'],
    [{ 'k&=': 'a b+c/ä#?&' }, '?k%26%3D=a%20b%2Bc%2F%C3%A4%23%3F%26'],
    [{ empty: [] }, ''],
  ])('%p', (query, text) => {
    expect(encodeQuery(query)).toBe(text);
  });
});

describe('checkPath', () => {
  test.each(['/api/2.0/mlflow/runs/get', '/a/%C3%A4/...', '/a/.b'])('%s goes', (path) => {
    expect(checkPath(path)).toBe(path);
  });
  test.each(['runs', '/a/../b', '/a/%2e%2E/b', '/a/.', '/a?b', '/a#b', '/a\\b', '/a b', '/a\nb'])(
    '%j does not',
    (path) => {
      expect(() => checkPath(path)).toThrow(/encoded absolute path/);
    },
  );
});
