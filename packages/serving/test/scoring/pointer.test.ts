import { expect, test } from '@jest/globals';
import { readCsvBody } from '../../src/scoring/read-csv-body.ts';
import { pointerOf } from '../../src/scoring/scoring-input.ts';

test('a pointer escapes what RFC 6901 escapes, of every form of body', async () => {
  expect(pointerOf('inputs', 'a/b~c~1', 3)).toBe('/inputs/a~1b~0c~01/3');
  expect(pointerOf()).toBe('');
  const input = await readCsvBody(new TextEncoder().encode('a/b\n1\n'), 10);
  expect(input.pointer(0, 'a/b')).toBe('/0/a~1b');
});
