import { setTimeout as sleep } from 'node:timers/promises';
import { Worker, workerData, type ResourceLimits } from 'node:worker_threads';
import { chosenLibraryPath, libc, link, setLibraryPath } from '../capi/index.ts';

/** How often it is looked whether a thread has loaded the library that somebody wants to end. */
const LOOK_MS = 2;
/** The end of the process waits so long for it; loading takes a tenth of a second. */
const LONGEST_WAIT_MS = 5000;

interface ThreadData {
  readonly input: unknown;
  /** What setLibraryPath() chose in the thread that started this one. */
  readonly libraryPath: string | undefined;
  /** Not 0: the library is loaded, or will not be. */
  readonly linked: Int32Array<SharedArrayBuffer>;
}

/** `linked` of each thread that has not ended. */
const running = new Set<ThreadData['linked']>();

let guarded = false;

/** Keeps this process from ending while a thread loads the library. */
function guardExit(): void {
  if (!guarded) process.on('exit', waitForLinking);
  guarded = true;
}

function waitForLinking(): void {
  const until = performance.now() + LONGEST_WAIT_MS;
  for (const linked of running) Atomics.wait(linked, 0, 0, Math.max(0, until - performance.now()));
}

/**
 * A worker thread that uses the library. A thread that is ended while koffi makes a function of the library callable
 * takes the whole process down with it, so `terminate()`, and the end of the process, wait for that moment to pass.
 * The program takes its input by `threadInput()`, not from `workerData`.
 */
export class LibraryThread extends Worker {
  readonly #linked: Int32Array<SharedArrayBuffer>;

  /**
   * @param program a module that calls `threadInput()` as soon as it runs
   * @param input what that gives there; it is copied as a message is
   */
  constructor(program: URL, input: unknown, resourceLimits: ResourceLimits = {}) {
    const linked = new Int32Array(new SharedArrayBuffer(4));
    const data: ThreadData = { input, libraryPath: chosenLibraryPath(), linked };
    // No flags of this process: some, such as --input-type, would keep the thread from starting.
    super(program, { workerData: data, resourceLimits, execArgv: [] });
    this.#linked = linked;
    running.add(linked);
    guardExit();
    this.once('exit', () => {
      Atomics.store(linked, 0, 1);
      running.delete(linked);
    });
  }

  /** Ends the thread, at the earliest when it has loaded the library. What it made there is not freed by that. */
  override async terminate(): Promise<number> {
    while (Atomics.load(this.#linked, 0) === 0) await sleep(LOOK_MS);
    return super.terminate();
  }
}

/**
 * For the last `exit` listener of a program: ends the process at once where a LibraryThread still runs. Node would wait for
 * each thread, and one in the middle of a training or an explanation comes back when that is done.
 */
export function leaveLibraryThreads(exitCode: number): void {
  if (running.size > 0) libc()._exit(exitCode);
}

/**
 * In a thread that a LibraryThread started: loads the library, and gives the thread's input.
 *
 * @param options.hearsLog lets the library's log lines reach this thread's onLog(); else they go to stderr. Only for a
 *   thread that ends by itself: each that is terminated would leave one of koffi's 8,192 callbacks behind. Default false.
 * @throws LibraryNotFoundError, LibraryLoadError, LibraryVersionError
 */
export function threadInput({ hearsLog = false }: { hearsLog?: boolean } = {}): unknown {
  const { input, libraryPath, linked } = workerData as ThreadData;
  try {
    if (libraryPath !== undefined) setLibraryPath(libraryPath);
    link(hearsLog);
  } finally {
    Atomics.store(linked, 0, 1);
    Atomics.notify(linked, 0);
  }
  return input;
}
