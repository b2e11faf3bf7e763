import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { configHash } from '../../src/config/config-hash.ts';
import { parseSweepConfig } from '../../src/config/load-sweep-config.ts';
import { metricNamesOf } from '../../src/metrics/index.ts';

// Wider ranges than these overflow, and are refused.
const finite = fc.double({ min: -8e307, max: 8e307, noNaN: true });
const range = (value: fc.Arbitrary<number>) =>
  fc.tuple(value, value).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const distribution = fc.oneof(
  fc.record({ int: range(fc.integer({ min: 1 })) }),
  fc.record({ uniform: range(finite) }),
  fc.record({ log_uniform: range(fc.double({ min: 1e-150, max: 1e150, noNaN: true })) }),
  fc.record({
    choice: fc.uniqueArray(finite, {
      minLength: 1,
      maxLength: 5,
    }),
  }),
);
const parameter = fc.constantFrom(
  'eta',
  'gamma',
  'min_child_weight',
  'subsample',
  'alpha',
  'lambda',
);
const seed = fc.nat({ max: 2 ** 32 - 1 });
const file = fc.record({
  name: fc.string({ minLength: 1 }),
  source: fc.string({ minLength: 1 }),
  target: fc.constant('y'),
  drop: fc.uniqueArray(fc.string({ minLength: 1 }).filter((column) => column !== 'y')),
  split: fc.record({
    test_size: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    seed,
    stratify: fc.boolean(),
  }),
  search: fc.record({
    trials: fc.integer({ min: 1, max: 1000 }),
    folds: fc.integer({ min: 2, max: 20 }),
    scoring: fc.constantFrom(...metricNamesOf('binary')),
    seed,
  }),
  space: fc.dictionary(parameter, distribution, { minKeys: 1, maxKeys: 6, noNullPrototype: true }),
  model: fc.constant({ name: 'm' }),
});

test('what is written is what is read', () => {
  fc.assert(
    fc.property(file, (written) => {
      const { variants, ...config } = parseSweepConfig(
        stringify(written, { aliasDuplicateObjects: false }),
      );
      const { split, search, space, ...rest } = written;
      expect(config).toMatchObject(rest);
      expect(variants.default).toEqual({
        split,
        search: { method: 'random', ...search },
        params: { objective: 'binary:logistic' },
        space,
      });
    }),
  );
});

test('a resolved variant written out as a file resolves to itself', () => {
  fc.assert(
    fc.property(file, (written) => {
      const config = parseSweepConfig(stringify(written, { aliasDuplicateObjects: false }));
      const again = parseSweepConfig(
        stringify(config, { aliasDuplicateObjects: false }).replace(/^/, 'space: {}\n'),
      );
      expect(configHash(again)).toBe(configHash(config));
    }),
    { numRuns: 30 },
  );
});
