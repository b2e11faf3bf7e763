import { expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/index.ts';
import { loadPolicy, parsePolicy } from '../../src/promotion/policy/load-policy.ts';
import { defaultPolicy, policyJsonSchema } from '../../src/promotion/policy/policy.ts';

function problem(text: string): string {
  try {
    parsePolicy(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no problem';
}

test('an empty file, and one with comments only, is the default', () => {
  expect(parsePolicy('')).toEqual(defaultPolicy);
  expect(parsePolicy('# nothing yet\n')).toEqual(defaultPolicy);
  expect(defaultPolicy).toMatchObject({ within_noise: 'promote', champion_unloadable: 'refuse' });
});

test('what is written overrides the default, the rest stays', () => {
  expect(parsePolicy('metric: roc_auc\nslices: {columns: [town], max_drop: 0.02}')).toEqual({
    ...defaultPolicy,
    metric: 'roc_auc',
    slices: { ...defaultPolicy.slices, columns: ['town'], max_drop: 0.02 },
  });
});

test.each([
  [
    'within_nois: refuse',
    'unknown key within_nois · promotion.yaml:1:1 · did you mean within_noise?',
  ],
  ['metric: f2', /^metric is f2 · promotion\.yaml:1:9 · /],
  [
    '\nslices:\n  max_drop: -1',
    /^slices\.max_drop is -1 · promotion\.yaml:3:13 · give at least 0$/,
  ],
  ['slices: {min_row: 3}', /^unknown key slices\.min_row · .* did you mean min_rows\?$/],
  ['require: {f1: high}', /^require\.f1 is high · promotion\.yaml:1:15 · give a number$/],
  ['require: {f2: 0.5}', /require/],
  ['bootstrap: {resamples: 10}', /^bootstrap\.resamples is 10 · .* give at least 100$/],
  ['bootstrap: {level: 95}', /^bootstrap\.level is 95 · .* give at most 0\.999$/],
  ['within_noise: [', /^not valid YAML: /],
  ['- a', /^the file is /],
])('%j: %s', (text, says) => {
  const message = problem(text);
  if (typeof says === 'string') expect(message).toBe(says);
  else expect(message).toMatch(says);
});

test('a data file in its place: told so, without being parsed', () => {
  expect(problem('1,2,3\n'.repeat(200_000))).toBe(
    'the file is over 1 MB · promotion.yaml · give a file of YAML, not of data',
  );
  expect(problem('%YAML 1.1\n---\nmetric: f1\n')).toMatch(
    /^a %YAML directive · promotion\.yaml:1:1 · remove it: the file is read as YAML 1\.2$/,
  );
});

test('a file that is not there', async () => {
  await expect(loadPolicy('/nowhere/policy.yaml')).rejects.toThrow(
    /^there is no such file · \/nowhere\/policy\.yaml · give the path of a policy file$/,
  );
});

test('the JSON Schema describes every key', () => {
  const { properties } = policyJsonSchema() as {
    properties: Record<string, { description?: string }>;
  };
  expect(Object.keys(properties).toSorted()).toEqual(
    Object.keys(defaultPolicy).concat('metric').toSorted(),
  );
  expect(Object.values(properties).every(({ description }) => description !== undefined)).toBe(
    true,
  );
});
