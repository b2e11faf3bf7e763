import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { mediaType } from '../../src/artifacts/media-type.ts';

const python = JSON.parse(
  readFileSync(new URL('../fixtures/media-types.json', import.meta.url), 'utf8'),
) as Record<string, string>;

test.each(Object.entries(python))('%s: %s', (name, type) => {
  expect(mediaType(name)).toBe(type);
});
