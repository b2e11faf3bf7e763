import type { UnfinishedEnd } from './tracker.ts';

/** How a run ends that an error, or the signal, stopped. */
export function endOf(error: unknown, signal: AbortSignal | undefined): UnfinishedEnd {
  if (signal?.aborted) return { status: 'KILLED' };
  return { status: 'FAILED', error: error instanceof Error ? error : new Error(String(error)) };
}
