import koffi from 'koffi';

type Trim = (keep: number) => unknown;

let trim: Trim | undefined;

function find(): Trim {
  try {
    return koffi.load(null).func('malloc_trim', 'int', ['size_t']) as Trim;
  } catch {
    return () => undefined;
  }
}

/**
 * Gives back to the system what C's allocator holds free for the whole process; it takes some milliseconds. glibc keeps
 * what lies below a block in use, which after a burst of large buffers can be most of it. Other allocators than glibc's
 * are left alone.
 */
export function trimMemory(): void {
  trim ??= find();
  trim(0);
}
