import { expect, test } from '@jest/globals';
import { UsageError } from '../../src/errors/usage-error.ts';
import { nameList } from '../../src/options/name-list.ts';

test.each<[given: string, names: string[]]>([
  ['a', ['a']],
  [' a , b c ,,a,', ['a', 'b c']],
  ['"last, first",b', ['last, first', 'b']],
  ['a, " b ","say ""no"""', ['a', ' b ', 'say "no"']],
  ['it"s "so",b', ['it"s "so"', 'b']],
])('%s', (given, names) => {
  expect(nameList('keep')(given)).toEqual(names);
});

test.each<[given: string, says: RegExp]>([
  [' , ', /^--keep names nothing · command line · /],
  ['""', /^--keep names nothing · command line · /],
  ['a,"b', /^--keep has a name whose quotes are wrong · command line · /],
  ['"a"b,c', /^--keep has a name whose quotes are wrong · command line · /],
])('%s is refused', (given, says) => {
  const read = (): unknown => nameList('keep')(given);
  expect(read).toThrow(UsageError);
  expect(read).toThrow(says);
});
