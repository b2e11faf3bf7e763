import type { z } from 'zod';

/** What a value should have been, in the words of a message. */
export function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return article(issue.expected);
  }
  if (issue.code === 'too_small') {
    return limit(issue.origin, issue.inclusive ? 'at least' : 'more than', issue.minimum);
  }
  if (issue.code === 'too_big') {
    return limit(issue.origin, issue.inclusive ? 'at most' : 'less than', issue.maximum);
  }
  return issue.code === 'invalid_format' ? 'a name without / and :' : issue.message;
}

function limit(origin: string, comparison: string, bound: number | bigint): string {
  const units: Readonly<Record<string, string>> = { string: ' characters', array: ' values' };
  return `${comparison} ${bound.toString()}${units[origin] ?? ''}`;
}

const articles: Readonly<Record<string, string>> = {
  string: 'text (in quotes, if it looks like a number)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'keys with values',
  record: 'keys with values',
  array: 'a list',
  tuple: 'a list of two numbers',
};

/** A type as people call it. */
export function article(expected: string): string {
  return articles[expected] ?? expected;
}
