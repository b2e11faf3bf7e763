/** How long work that is under way may go on after an interruption, in ms. */
const graceMs = 10_000;

/**
 * Lets a record that is being written come to its end although the sweep is interrupted, but not for
 * ever: ten seconds after the signal, a server that does not answer is waited for no longer.
 *
 * @throws what the work throws · the signal's reason when its time is over
 */
export async function withinGrace<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  patienceMs = graceMs,
): Promise<T> {
  if (!signal) return work;
  let timer: NodeJS.Timeout | undefined;
  let onAbort = (): void => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    onAbort = () => {
      timer = setTimeout(() => {
        reject(signal.reason as Error);
      }, patienceMs);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
