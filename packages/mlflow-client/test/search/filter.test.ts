import { describe, expect, test } from '@jest/globals';
import { where, type Filter } from '../../src/search/filter.ts';
import { orderBy } from '../../src/search/order.ts';

describe('filters', () => {
  test.each<[() => Filter, string]>([
    [() => where.metric('f1-score').gt(0.5), 'metrics.`f1-score` > 0.5'],
    [() => where.metric('m').gte(1e21), 'metrics.`m` >= 1e21'],
    [() => where.metric('m').lt(-1e-7), 'metrics.`m` < -1e-7'],
    [() => where.param('a b').like('x%'), "params.`a b` LIKE 'x%'"],
    [() => where.param('a`b').ilike('x'), 'params."a`b" ILIKE \'x\''],
    [() => where.tag('k').eq("it's"), 'tags.`k` = "it\'s"'],
    [() => where.tag('k').ne('say "hi"'), 'tags.`k` != \'say "hi"\''],
    [() => where.tag('k').exists(), 'tags.`k` IS NOT NULL'],
    [() => where.tag('k').absent(), 'tags.`k` IS NULL'],
    [() => where.attribute('status').eq('FINISHED'), "attributes.status = 'FINISHED'"],
    [() => where.time('end_time').lte(5), 'attributes.end_time <= 5'],
    [() => where.runId().in(['a', 'b']), "attributes.run_id IN ('a', 'b')"],
    [() => where.dataset('digest').eq('d'), "datasets.digest = 'd'"],
    [() => where.field('name').eq('m'), "name = 'm'"],
    [
      () => where.metric('f1').gt(0.5).and(where.tag('a').eq('b'), where.tag('c').eq('d')),
      "metrics.`f1` > 0.5 AND tags.`a` = 'b' AND tags.`c` = 'd'",
    ],
    [
      () => where.tag('a').eq('x\\').and(where.tag('c').eq('d')),
      "tags.`c` = 'd' AND tags.`a` = 'x\\'",
    ],
  ])('%#', (filter, expected) => {
    expect(String(filter())).toBe(expected);
  });

  test.each<[string, () => unknown]>([
    ['a value with both quotes', () => where.tag('a').eq(`'"`)],
    ['a key with a backtick and a double quote', () => where.tag('a`"').eq('x')],
    ['an empty key', () => where.param('').eq('x')],
    ['NaN', () => where.metric('m').gt(NaN)],
    ['Infinity', () => where.metric('m').lt(Infinity)],
    ['an empty list', () => where.runId().in([])],
    ['a quote in a list', () => where.runId().in(["a'b"])],
    [
      'two values that end with a backslash',
      () => String(where.tag('a').eq('\\').and(where.tag('b').eq('\\'))),
    ],
  ])('%s cannot be expressed', (_, make) => {
    expect(make).toThrow(expect.objectContaining({ name: 'EncodingError' }));
  });
});

test('orders', () => {
  expect(String(orderBy.metric('f1 score').desc())).toBe('metrics.`f1 score` DESC');
  expect(String(orderBy.param('p').asc())).toBe('params.`p` ASC');
  expect(String(orderBy.attribute('start_time').asc())).toBe('attributes.start_time ASC');
  expect(String(orderBy.field('version_number').desc())).toBe('version_number DESC');
});
