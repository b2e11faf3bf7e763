import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withServer } from '../support/server.ts';
import { sharedModel } from '../support/shared-model.ts';

const model = sharedModel();

/** Stands in every text that is sent; nothing of it may come back. */
const MARK = 'q7canary';
const text = fc.string({ maxLength: 12 }).map((some) => MARK + some);
const cell = fc.oneof(
  fc.constantFrom(null, true, 'north', 1, 1e300, -0, [], {}, [[]]),
  fc.double(),
  text,
  fc.dictionary(text, fc.integer(), { maxKeys: 2 }),
);
const name = fc.oneof(
  fc.constantFrom('n', 'region', 'children', '__proto__', 'constructor', 'toString', ''),
  text,
);
const record = fc.dictionary(name, cell, { maxKeys: 6 });
const rows = fc.oneof(
  fc.array(record, { maxLength: 4 }),
  fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }),
  fc.dictionary(name, fc.oneof(fc.array(cell, { maxLength: 4 }), cell), { maxKeys: 5 }),
  fc.record({
    columns: fc.array(name, { maxLength: 4 }),
    data: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }),
  }),
  cell,
);
const forms = fc.constantFrom(
  'dataframe_split',
  'dataframe_records',
  'instances',
  'inputs',
  'params',
  '__proto__',
  MARK,
);
const document = fc
  .array(fc.tuple(forms, rows), { maxLength: 2 })
  .map(
    (pairs) =>
      `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`,
  );
const body = fc.oneof(
  document.map((sent) => ({ type: 'application/json', sent })),
  fc.string({ unit: 'binary' }).map((some) => ({ type: 'application/json', sent: MARK + some })),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => ({
    type: 'application/json',
    sent: `{"inputs":${'['.repeat(depth)}${']'.repeat(depth)}}`,
  })),
  fc
    .array(fc.array(fc.oneof(name, fc.constantFrom('"', '1', '')), { maxLength: 4 }), {
      maxLength: 4,
    })
    .map((lines) => ({ type: 'text/csv', sent: lines.map((cells) => cells.join(',')).join('\n') })),
  fc.uint8Array({ maxLength: 60 }).map((sent) => ({ type: 'text/csv', sent })),
);

test('whatever is sent is answered, without a stack, and nothing of it comes back', async () => {
  await withServer(model(), {}, async ({ get, post, log }) => {
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.constantFrom('/invocations', '/predict', '/explain'),
        async ({ type, sent }, path) => {
          const answer = await post(path, sent, { 'content-type': type });
          expect([200, 400, 413]).toContain(answer.status);
          expect(answer.text).not.toContain(MARK);
          expect(answer.text).not.toMatch(/\bat .*\.[jt]s:\d/u);
          expect(answer.body).toBeDefined();
        },
      ),
      { numRuns: 300, seed: 20_261_126 },
    );
    expect(log()).not.toContain(MARK);
    expect((await get('/ping')).status).toBe(200);
  });
}, 60_000);
