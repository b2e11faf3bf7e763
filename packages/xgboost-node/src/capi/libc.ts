import koffi from 'koffi';
import type { Pointer } from './functions.ts';

/** Functions of C's own library. */
interface Libc {
  memcpy(to: Uint8Array, from: Pointer, length: number): unknown;
  /** Absent where the allocator is not glibc's. */
  malloc_trim?: (keep: number) => unknown;
  _exit(code: number): unknown;
}

let bound: Libc | undefined;

function bind(): Libc {
  const handle = koffi.load(null);
  const memcpy = handle.func('memcpy', 'void *', ['void *', 'void *', 'size_t']) as Libc['memcpy'];
  const _exit = handle.func('_exit', 'void', ['int']) as Libc['_exit'];
  try {
    const trim = handle.func('malloc_trim', 'int', ['size_t']) as (keep: number) => unknown;
    return { memcpy, _exit, malloc_trim: trim };
  } catch {
    return { memcpy, _exit };
  }
}

/** The functions of this thread, bound at the first call. */
export function libc(): Libc {
  bound ??= bind();
  return bound;
}

/**
 * Gives back to the system what C's allocator holds free for the whole process; it takes some milliseconds. glibc keeps
 * what lies below a block in use, which after a burst of large buffers can be most of it. Other allocators than glibc's
 * are left alone.
 */
export function trimMemory(): void {
  libc().malloc_trim?.(0);
}
