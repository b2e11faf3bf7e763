import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { collect } from '../../src/call/collect.ts';
import { BASE, recordedClient } from './recorded-server.ts';

// MLflow answers each of these with 200 and loses a part of it, refuses it late, or cuts it.
const client = recordedClient();
let sent = 0;
const server = setupServer(
  http.all(`${BASE}/*`, () => {
    sent += 1;
    return HttpResponse.json({});
  }),
);
beforeAll(() => server.listen());
afterAll(() => {
  client.close();
  server.close();
});

/** What a program in JavaScript may pass. */
const untyped = (value: unknown) => value as string;
const dataset = { name: 'd', digest: 'x', sourceType: 'local', source: {} };
const version = { name: 'm', source: 'models:/m-1' };

test.each<[string, () => Promise<unknown>, RegExp]>([
  [
    'a fractional start',
    () => client.runs.create({ experimentId: '1', startTime: 1.5 }),
    /^run startTime is 1\.5, not whole milliseconds/,
  ],
  [
    'a fractional end',
    () => client.runs.update('r', { endTime: performance.timeOrigin + 0.5 }),
    /^run endTime is .*use Date\.now\(\)/,
  ],
  [
    'a number as tag of a run',
    () => client.runs.create({ experimentId: '1', tags: { n: untyped(5) } }),
    /^tag 'n' value is number, not a string/,
  ],
  [
    'half a step of an output',
    () => client.runs.logOutputs('r', [{ modelId: 'm-1', step: 0.5 }]),
    /^output 'm-1' step is 0\.5/,
  ],
  [
    'a number as digest',
    () => client.runs.logInputs('r', [{ ...dataset, digest: untyped(5) }]),
    /^dataset digest is number/,
  ],
  [
    'a long digest',
    () => client.runs.logInputs('r', [{ ...dataset, digest: 'x'.repeat(37) }]),
    /^dataset digest has 37 characters, the server keeps 36/,
  ],
  [
    'a number as model of a metric',
    () => client.runs.logMetric('r', { key: 'k', value: 1, modelId: untyped(5) }),
    /^metric 'k' modelId is number/,
  ],
  [
    'a number as tag of an experiment',
    () => client.experiments.create('e', { tags: { n: untyped(5) } }),
    /^tag 'n' value is number/,
  ],
  [
    'a long tag of an experiment',
    () => client.experiments.setTag('1', 'k', 'x'.repeat(20_001)),
    /20001 characters, the server keeps 20000/,
  ],
  [
    'a number as tag of a registered model',
    () => client.registeredModels.create('m', { tags: { n: untyped(5) } }),
    /^tag 'n' value is number/,
  ],
  [
    'a long tag of a registered model',
    () => client.registeredModels.setTag('m', 'k', 'x'.repeat(100_001)),
    /the server keeps 100000/,
  ],
  [
    'a number as tag of a version',
    () => client.modelVersions.create({ ...version, tags: { n: untyped(5) } }),
    /^tag 'n' value is number/,
  ],
  [
    'a key that MLflow refuses, of a version',
    () => client.modelVersions.setTag('m', '1', 'a#b', 'x'),
    /^tag key "a#b" has a character/,
  ],
  [
    'a number as tag of a logged model',
    () => client.loggedModels.create({ experimentId: '1', tags: { n: untyped(5) } }),
    /^tag 'n' value is number/,
  ],
  [
    'a long key of a logged model',
    () => client.loggedModels.create({ experimentId: '1', params: { ['k'.repeat(256)]: 1 } }),
    /has 256 characters, the server keeps 255/,
  ],
  [
    'no text as param of a logged model',
    () => client.loggedModels.create({ experimentId: '1', params: { p: untyped(undefined) } }),
    /^param 'p' value is undefined/,
  ],
  [
    'no text as param of a run',
    () => client.runs.logParams('r', { p: 1, q: [1, untyped(undefined)] }),
    /^param 'q' value is undefined/,
  ],
  [
    'half a run',
    () => collect(client.runs.search({ experimentIds: ['1'], maxResults: 2.5 })),
    /^maxResults is 2\.5, not a whole number/,
  ],
  [
    'no number of versions',
    () => collect(client.modelVersions.search({ maxResults: NaN })),
    /^maxResults is NaN/,
  ],
])('%s is refused before anything is sent', async (_, call, message) => {
  await expect((async () => call())()).rejects.toMatchObject({
    name: 'EncodingError',
    message: expect.stringMatching(message),
  });
  expect(sent).toBe(0);
});
