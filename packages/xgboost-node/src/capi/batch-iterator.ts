import koffi from 'koffi';
import type { Pointer } from './functions.ts';

/**
 * Runs `create` with the two C functions by which the library goes through data batch by batch: from the beginning
 * (`reset`), and the next one (`next`: 1, or 0 at the end). An exception cannot cross the library's frames: after one
 * the data ends, and it is thrown once the library has returned.
 *
 * @param batches called for every pass; it must give the same each time
 * @param show hands one batch to the library; what it points to must stay where it is until the next one
 * @param create calls the library. What it made is given to `free` where a batch failed
 */
export function withBatches<Batch>(
  batches: () => Iterator<Batch>,
  show: (batch: Batch) => void,
  {
    create,
    free,
  }: {
    create: (reset: Pointer, next: Pointer) => Pointer;
    free: (made: Pointer) => void;
  },
): Pointer {
  let pass: Iterator<Batch> | undefined;
  let failure: { error: unknown } | undefined;
  const guarded = (step: () => number): number => {
    if (failure !== undefined) return 0;
    try {
      return step();
    } catch (error) {
      failure = { error };
      return 0;
    }
  };
  const reset = koffi.register(
    () => {
      guarded(() => {
        pass = undefined;
        return 0;
      });
    },
    koffi.pointer(koffi.proto('void', ['void *'])),
  );
  const next = koffi.register(
    () =>
      guarded(() => {
        pass ??= batches();
        const batch = pass.next();
        if (batch.done === true) return 0;
        show(batch.value);
        return 1;
      }),
    koffi.pointer(koffi.proto('int', ['void *'])),
  );
  try {
    const made = create(reset, next);
    if (failure !== undefined) free(made);
    else return made;
  } catch (error) {
    failure ??= { error };
  } finally {
    koffi.unregister(reset);
    koffi.unregister(next);
  }
  throw failure.error;
}
