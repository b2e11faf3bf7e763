/** Artifact transfers of one call that run at once; the client's own limit of requests holds besides. */
export const PARALLEL_TRANSFERS = 8;

/** Runs `work` on every item, at most `PARALLEL_TRANSFERS` at once; the first error ends the rest. */
export async function inParallel<I>(
  items: readonly I[],
  work: (item: I) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let failed = false;
  const worker = async () => {
    for (const item of queue) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(PARALLEL_TRANSFERS, items.length) }, worker);
  const results = await Promise.allSettled(workers);
  const broken = results.find((result) => result.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}
