import { describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { BadSourceError, parseSource, withoutPassword } from '../../src/index.ts';

const secret = 'hunter2canary';

describe('parseSource', () => {
  const directory = '/data';
  test.each([
    ['claims.csv', { kind: 'csv', name: 'claims.csv', path: '/data/claims.csv' }],
    ['a/b.parquet', { kind: 'parquet', name: 'a/b.parquet', path: '/data/a/b.parquet' }],
    ['sqlite:c.db', { kind: 'sqlite', name: 'sqlite:c.db', path: '/data/c.db' }],
    ['sqlite:///x/c.db', { kind: 'sqlite', path: '/x/c.db' }],
    [
      'postgres://me@db:5433/insurance',
      { kind: 'postgres', name: 'postgres://me@db:5433/insurance' },
    ],
    ['postgresql://db/insurance', { kind: 'postgres', name: 'postgres://db/insurance' }],
    ['env:CLAIMS', { kind: 'postgres', name: 'postgres://me@db/x', hasPassword: true }],
  ])('%s', (text, location) => {
    const env = { CLAIMS: `postgres://me:${secret}@db/x` };
    expect(parseSource(text, { directory, env })).toMatchObject(location);
  });

  test.each([
    ['mysql://db/x', /^mysql:\/\/ is no source · /],
    ['sqlite:', /^sqlite: names no file · /],
    ['env:NOT_SET', /^the environment variable NOT_SET is not set · /],
    [`postgres://me:${secret}@db:port/x`, /^not a URL of Postgres · /],
    [`postgres://me:%ZZ${secret}@db/x`, /^not a URL of Postgres · /],
  ])('refuses %s', (text, says) => {
    expect(() => parseSource(text, { env: {} })).toThrow(BadSourceError);
    expect(() => parseSource(text, { env: {} })).toThrow(says);
  });

  test.each([
    `postgres://me:${secret}@db/x`,
    `postgres://me:${secret}@db/x?sslmode=require`,
    `postgres://db/x?user=me&password=${secret}`,
    `postgres://db/x?sslpassword=${secret}`,
  ])('a password of a URL is in no dump of the location, but in its url: %s', (text) => {
    const location = parseSource(text);
    expect(inspect(location, { depth: 9 })).not.toContain(secret);
    expect(JSON.stringify({ ...location })).not.toContain(secret);
    expect(withoutPassword(text)).not.toContain(secret);
    expect(location).toMatchObject({ url: expect.stringContaining(secret), hasPassword: true });
  });

  test('an error does not repeat it either, nor does its cause', () => {
    let thrown: unknown;
    try {
      parseSource(`postgres://me:${secret}@db:port/x`);
    } catch (error) {
      thrown = error;
    }
    expect(inspect(thrown, { depth: 9 }).split('\n    at ')[0]).not.toContain(secret);
    expect((thrown as Error).cause).toBeUndefined();
  });
});
