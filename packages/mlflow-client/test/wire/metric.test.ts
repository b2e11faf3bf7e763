import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeInteger } from '../../src/wire/integer.ts';
import { decodeMetricValue, encodeMetricValue } from '../../src/wire/metric-value.ts';
import { encodeMetric, type MetricPoint } from '../../src/wire/metric.ts';

const point: MetricPoint = { key: 'f1', value: 0.5, timestamp: 1_700_000_000_000, step: 3 };

test.each<[string, Partial<MetricPoint>, object]>([
  ['a point', {}, point],
  ['NaN', { value: NaN }, { value: 'NaN' }],
  ['Infinity', { value: Infinity }, { value: 'Infinity' }],
  ['-Infinity', { value: -Infinity }, { value: '-Infinity' }],
  ['the smallest number', { value: 5e-324 }, { value: 5e-324 }],
  ['a negative step', { step: -5 }, { step: -5 }],
  ['time 0', { timestamp: 0 }, { timestamp: 0 }],
])('%s goes', (_name, fields, wire) => {
  expect(encodeMetric({ ...point, ...fields })).toMatchObject(wire);
});

test.each<[string, object, RegExp]>([
  ['a string value', { value: '0.5' }, /metric 'f1' value is string/],
  ['a boolean value', { value: true }, /value is boolean/],
  ['no value', { value: undefined }, /value is undefined/],
  ['null', { value: null }, /value is object/],
  ['performance.now()', { timestamp: 1234.5 }, /timestamp is 1234\.5.*Date\.now/],
  ['a time before 1970', { timestamp: -1 }, /timestamp is -1/],
  ['NaN as time', { timestamp: NaN }, /timestamp is NaN/],
  ['a string time', { timestamp: '1' }, /timestamp is 1,/],
  ['half a step', { step: 1.5 }, /step is 1\.5/],
  ['a step beyond 2^53', { step: 2 ** 53 }, /step is 9007199254740992/],
  ['a step of 1e21', { step: 1e21 }, /step is 1e\+21/],
  ['a bad key', { key: 'a#b' }, /metric key "a#b" has a character/],
])('%s is refused before anything is sent', (_name, fields, message) => {
  const bad: MetricPoint = { ...point, ...fields };
  expect(() => encodeMetric(bad)).toThrow(message);
});

test('every double survives the wire', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      const wire: unknown = JSON.parse(JSON.stringify(encodeMetricValue(value)));
      // JSON has no minus zero, and MLflow stores none.
      expect(decodeMetricValue(wire)).toBe(Object.is(value, -0) ? 0 : value);
    }),
    { numRuns: 2000 },
  );
});

describe('decodeMetricValue', () => {
  const MAX = Number.MAX_VALUE;
  test.each<[unknown, number]>([
    [0.5, 0.5],
    ['NaN', NaN],
    ['-Infinity', -Infinity],
    ['1.5', 1.5],
    ['12345678901234567890', 12345678901234567890],
    [MAX, MAX],
  ])('%p', (wire, value) => {
    expect(decodeMetricValue(wire)).toBe(value);
  });
  test.each([undefined, null, '', 'abc', {}, true])('%p is refused', (wire) => {
    expect(() => decodeMetricValue(wire)).toThrow(/number of the answer/);
  });
});

describe('decodeInteger', () => {
  test.each<[unknown, number | bigint]>([
    [5, 5],
    ['5', 5],
    ['-9007199254740991', -9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['9223372036854775807', 9223372036854775807n],
  ])('%p', (wire, value) => {
    expect(decodeInteger(wire)).toBe(value);
  });
  test.each([1.5, '1.5', 'x', null, undefined, ''])('%p is refused', (wire) => {
    expect(() => decodeInteger(wire)).toThrow(/integer of the answer/);
  });
});
