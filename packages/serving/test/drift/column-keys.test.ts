import { expect, test } from '@jest/globals';
import { columnKeys } from '../../src/drift/column-keys.ts';

test.each([
  ['a plain name', 'age', 'psi.age'],
  [
    'letters and digits of any script, points, dashes, spaces',
    'Größe_2.m² - b',
    'psi.Größe_2.m² - b',
  ],
  ['what MLflow refuses, or takes for a folder', 'share (%)/a:b\n', 'psi.share ____a_b_'],
  [
    '250 letters with what is before them',
    '€'.repeat(2) + 'x'.repeat(244),
    `psi.__${'x'.repeat(244)}`,
  ],
  // sha256sum of the name begins with these digits.
  ['more', 'x'.repeat(247), `psi.${'x'.repeat(237)}.d081fd14`],
  ['letters of two units count once', '𝔸'.repeat(246), `psi.${'𝔸'.repeat(246)}`],
])('%s', (_, name, key) => {
  expect(columnKeys([name]).get(name)).toBe(key);
});

test('names that differ only in what is refused keep keys of their own', () => {
  const keys = columnKeys(['a/b', 'a:b', 'a_b', 'c']);
  expect([...keys]).toEqual([
    ['a/b', 'psi.a_b.c14cddc0'],
    ['a:b', 'psi.a_b.6783a31e'],
    ['a_b', 'psi.a_b'],
    ['c', 'psi.c'],
  ]);
});
