/** One page of a listing: its items, and the token of the next page; absent or empty at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken?: string | undefined;
}

/**
 * Iterate over all pages of a listing. Items that a later page repeats (rows may move between pages while others write)
 * are given once; a token that comes back unchanged ends the listing instead of looping for ever.
 *
 * @param fetchPage reads the page of a token; undefined for the first.
 * @param keyOf identity of an item; undefined: no duplicates are looked for.
 */
export async function* pages<T>(
  fetchPage: (token: string | undefined) => Promise<Page<T>>,
  keyOf?: (item: T) => string,
): AsyncGenerator<T, void, undefined> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const page = await fetchPage(token);
    for (const item of page.items) {
      const key = keyOf?.(item);
      if (key !== undefined && seen.has(key)) continue;
      if (key !== undefined) seen.add(key);
      yield item;
    }
    token = page.nextPageToken === token ? undefined : page.nextPageToken;
  } while (token !== undefined && token !== '');
}
