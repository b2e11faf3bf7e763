import { expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import * as api from '../src/index.ts';

test('two clients in one process share nothing', () => {
  const one = new api.MlflowClient({ trackingUri: 'http://one.test/prefix/' });
  const two = new api.MlflowClient({ trackingUri: 'http://two.test' });
  expect([one.trackingUri, two.trackingUri]).toEqual(['http://one.test/prefix', 'http://two.test']);
});

test('a client shows no secret', () => {
  const client = new api.MlflowClient({
    trackingUri: 'https://ann:s3cr3t@one.test',
    token: 's3cr3t',
  });
  expect(client.trackingUri).toBe('https://one.test');
  expect(inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)).not.toContain(
    's3cr3t',
  );
});

test('a closed client sends nothing any more', async () => {
  const client = new api.MlflowClient({ trackingUri: 'http://one.test' });
  client.close();
  await expect(client.server.version()).rejects.toBeInstanceOf(api.AbortedError);
});

test('every exported error is an MlflowError', () => {
  const errors = Object.entries(api).filter(([name]) => name.endsWith('Error'));
  expect(errors.length).toBeGreaterThan(20);
  for (const [name, value] of errors) {
    const prototype = (value as { prototype: unknown }).prototype;
    expect(name === 'MlflowError' || prototype instanceof api.MlflowError).toBe(true);
  }
});
