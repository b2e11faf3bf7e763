import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GrowingArray } from '../../src/csv/growing-array.ts';

describe('an array of unknown length', () => {
  test('holds what was put in, in whatever portions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 128 }), { minLength: 1, maxLength: 300 }),
        (portions) => {
          const growing = new GrowingArray(Int32Array);
          let next = 0;
          for (const count of portions) {
            if (count === 1) growing.push(next++);
            else {
              const from = growing.room(count);
              for (let i = 0; i < count; i++) growing.window[from + i] = next++;
            }
          }
          expect(growing.finish()).toEqual(Int32Array.from({ length: next }, (_, i) => i));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('of a million values, in blocks of every size', () => {
    const growing = new GrowingArray(Float64Array);
    for (let i = 0; i < 1_000_001; i++) growing.push(i / 7);
    const whole = growing.finish();
    expect(whole).toHaveLength(1_000_001);
    expect(whole.every((value, i) => value === i / 7)).toBe(true);
  });

  test('has no room for more than a window', () => {
    expect(() => new GrowingArray(Float64Array).room(129)).toThrow(RangeError);
  });

  test('gives its memory back at once, not when the garbage collector comes', () => {
    const columns = Array.from({ length: 20 }, () => new GrowingArray(Float64Array));
    for (let i = 0; i < 262_144; i++) for (const column of columns) column.push(i);
    const before = process.memoryUsage().external;
    const whole = columns.map((column) => column.finish());
    const bytes = whole.reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes).toBe(20 * 2 ** 21);
    // The whole was there in blocks before; twice it would be 40 MiB more.
    expect(process.memoryUsage().external - before).toBeLessThan(bytes / 4);
  });
});
