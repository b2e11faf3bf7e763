/** End an iteration after `limit` items; undefined means all of them. */
export async function* limited<T>(
  items: AsyncIterable<T>,
  limit: number | undefined,
): AsyncGenerator<T, void, undefined> {
  if (limit !== undefined && limit <= 0) return;
  let given = 0;
  for await (const item of items) {
    yield item;
    given += 1;
    if (limit !== undefined && given >= limit) return;
  }
}
