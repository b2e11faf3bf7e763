import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RecentCodes } from '../../src/csv/recent-codes.ts';

const text = fc.oneof(
  fc.constantFrom('', 'M', 'F', 'MF', 'é', '7', '07', '1.50'),
  fc.nat(1200).map(String),
  fc.string({ maxLength: 6 }),
);

test('what it remembers is what was said last of that very text', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 2000 }), (texts) => {
      const recent = new RecentCodes();
      const said = new Map<string, number>();
      texts.forEach((each, code) => {
        expect([undefined, said.get(each)]).toContain(recent.get(each));
        recent.set(each, code);
        said.set(each, code);
        expect(recent.get(each)).toBe(code);
      });
    }),
  );
});

test('remembers all numbers of up to three digits at once', () => {
  const recent = new RecentCodes();
  const numbers = Array.from({ length: 900 }, (_, i) => String(100 + i));
  for (const round of [1, 2]) for (const number of numbers) recent.set(number, round);
  expect(numbers.map((number) => recent.get(number))).toEqual(numbers.map(() => 2));
});
