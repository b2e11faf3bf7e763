import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { float32ToString } from '../../src/batch/float32-to-string.ts';

const { blocks, edges } = JSON.parse(
  readFileSync(new URL('../fixtures/float32.json', import.meta.url), 'utf8'),
) as { blocks: string[]; edges: [bits: number, text: string][] };

test('100,000 numbers are written as NumPy writes them, subnormals included', () => {
  const bits = new Uint32Array(100_000);
  let state = 20240601;
  for (let i = 0; i < bits.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if (i % 4 === 0) bits[i] = state & 0x807fffff;
    else if (i % 4 === 1) bits[i] = 0x3f000000 | (state & 0x7fffff);
    else bits[i] = state;
  }
  const texts = Array.from(new Float32Array(bits.buffer), float32ToString);
  const digests = blocks.map((_, at) =>
    createHash('sha256')
      .update(texts.slice(at * 1000, (at + 1) * 1000).join('\n'))
      .digest('hex')
      .slice(0, 16),
  );
  expect(digests).toEqual(blocks);
});

test('powers of two, their neighbours and the borders of the notations', () => {
  const values = new Float32Array(Uint32Array.from(edges, ([bits]) => bits).buffer);
  expect(Array.from(values, float32ToString)).toEqual(edges.map(([, text]) => text));
  // What the text is for: the same float32 comes back.
  expect(Array.from(values, (value) => Math.fround(Number(float32ToString(value))))).toEqual([
    ...values,
  ]);
});
