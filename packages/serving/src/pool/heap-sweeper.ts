import { getHeapStatistics } from 'node:v8';
import { trimMemory } from '@xgflow/model';

/**
 * Sweeps this thread's heap when a job has left it large. By itself V8 lets a heap grow to several times what
 * was alive when it last looked, and gives little of it back while work goes on; so does C's allocator with the buffers of
 * bodies and answers.
 *
 * Without `--expose-gc` (see `threadHeap`) it does nothing.
 *
 * @param over bytes that the heap has taken from the system; where a large model alone takes as many, half as much again
 *   as was left by the last sweep, so that no small job pays for one
 */
export function heapSweeper(over: number): () => void {
  const { gc } = globalThis;
  if (gc === undefined) return () => undefined;
  let most = over;
  return () => {
    if (getHeapStatistics().total_heap_size <= most) return;
    gc();
    trimMemory();
    const left = getHeapStatistics().total_heap_size;
    most = left > over ? 1.5 * left : over;
  };
}
