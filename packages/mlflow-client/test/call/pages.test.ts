import { describe, expect, test } from '@jest/globals';
import { collect } from '../../src/call/collect.ts';
import { pages, type Page } from '../../src/call/pages.ts';
import { limited } from '../../src/resources/limited.ts';

/** A listing of fixed pages by token that remembers which tokens were asked for. */
function listing(byToken: Record<string, Page<string>>) {
  const asked: (string | undefined)[] = [];
  const fetchPage = (token: string | undefined) => {
    asked.push(token);
    return Promise.resolve(byToken[token ?? 'first']!);
  };
  return { asked, fetchPage };
}

describe('pages', () => {
  test.each<[string, Record<string, Page<string>>, string[], number]>([
    ['one page without a token', { first: { items: ['a'] } }, ['a'], 1],
    ['an empty token ends it', { first: { items: ['a'], nextPageToken: '' } }, ['a'], 1],
    [
      'an empty page in the middle does not',
      { first: { items: [], nextPageToken: '2' }, 2: { items: ['b'] } },
      ['b'],
      2,
    ],
    [
      'a repeated item is given once',
      { first: { items: ['a', 'b'], nextPageToken: '2' }, 2: { items: ['b', 'c'] } },
      ['a', 'b', 'c'],
      2,
    ],
    [
      'a token that does not move ends it',
      { first: { items: ['a'], nextPageToken: '2' }, 2: { items: ['b'], nextPageToken: '2' } },
      ['a', 'b'],
      2,
    ],
  ])('%s', async (_, byToken, expected, requests) => {
    const { asked, fetchPage } = listing(byToken);
    expect(await collect(pages(fetchPage, (item) => item))).toEqual(expected);
    expect(asked).toHaveLength(requests);
  });

  test('no page is read before it is wanted', async () => {
    const { asked, fetchPage } = listing({
      first: { items: ['a', 'b'], nextPageToken: '2' },
      2: { items: ['c'] },
    });
    expect(await collect(limited(pages(fetchPage), 2))).toEqual(['a', 'b']);
    expect(asked).toEqual([undefined]);
    expect(await collect(limited(pages(fetchPage), 0))).toEqual([]);
  });
});
