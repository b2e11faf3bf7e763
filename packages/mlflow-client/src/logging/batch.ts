import { LIMITS } from '../wire/limits.ts';

/** What one call of log-batch carries. */
export interface Batch<M, P, T> {
  readonly metrics: readonly M[];
  readonly params: readonly P[];
  readonly tags: readonly T[];
}

/**
 * Cuts metrics, params and tags into requests that the server takes: at most 1000 metrics, 100 params,
 * 100 tags, 1000 items together; order is kept. Params go first and alone, because one param that
 * already has another value makes the server refuse the whole request. No items, no batches.
 *
 * @param together one request for all, if the limits allow: for a new run, whose params cannot clash
 */
export function chunkBatch<M, P, T>(
  items: Partial<Batch<M, P, T>>,
  { together = false } = {},
): Batch<M, P, T>[] {
  const { metrics = [], params = [], tags = [] } = items;
  if (together && fitsOneRequest({ metrics, params, tags })) return [{ metrics, params, tags }];
  const batches: Batch<M, P, T>[] = slices(params, LIMITS.paramsPerBatch).map((some) => ({
    metrics: [],
    params: some,
    tags: [],
  }));
  let done = 0;
  for (const some of slices(tags, LIMITS.tagsPerBatch)) {
    const room = Math.min(LIMITS.metricsPerBatch, LIMITS.itemsPerBatch - some.length);
    batches.push({ metrics: metrics.slice(done, done + room), params: [], tags: some });
    done += room;
  }
  for (const some of slices(metrics.slice(done), LIMITS.metricsPerBatch)) {
    batches.push({ metrics: some, params: [], tags: [] });
  }
  return batches;
}

function fitsOneRequest({ metrics, params, tags }: Batch<unknown, unknown, unknown>): boolean {
  const items = metrics.length + params.length + tags.length;
  return (
    items > 0 &&
    items <= LIMITS.itemsPerBatch &&
    params.length <= LIMITS.paramsPerBatch &&
    tags.length <= LIMITS.tagsPerBatch
  );
}

function slices<I>(items: readonly I[], size: number): I[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
