import { DisposedError } from '../errors/disposed-error.ts';
import { InUseError } from '../errors/in-use-error.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { call } from './check.ts';
import type { Pointer } from './functions.ts';

const free = { Booster: 'XGBoosterFree', DMatrix: 'XGDMatrixFree' } as const;

type Owned = keyof typeof free;

/** A native object by its address, which is the same in every thread of the process. */
export interface NativeObject {
  readonly kind: Owned;
  readonly pointer: Pointer;
}

/** What this thread has made and not freed. */
const alive = new Map<Pointer, Owned>();

/** A net for objects that nobody disposed. */
const net = new FinalizationRegistry<NativeObject>(({ pointer, kind }) => {
  if (alive.delete(pointer)) call(free[kind], pointer);
});

/**
 * What this thread has made and not freed yet. The end of a worker thread frees nothing of it: let it call
 * `freeNativeObjects` with this as its last act, or, where it may be terminated, send this to another thread, which
 * calls that after its `exit`.
 */
export function nativeObjects(): NativeObject[] {
  return Array.from(alive, ([pointer, kind]) => ({ kind, pointer }));
}

/** Frees objects that nobody uses any more; of another thread only those that it has not freed itself. */
export function freeNativeObjects(objects: readonly NativeObject[]): void {
  for (const { kind, pointer } of objects) {
    alive.delete(pointer);
    call(free[kind], pointer);
  }
}

/** Owns one native object: frees it once, refuses use after that, and refuses to free it in use. */
export class Handle {
  readonly kind: Owned;
  #pointer: Pointer | undefined;
  #users = 0;

  constructor(kind: Owned, pointer: Pointer) {
    this.kind = kind;
    this.#pointer = pointer;
    alive.set(pointer, kind);
    net.register(this, { pointer, kind }, this);
  }

  /** @throws DisposedError after dispose(). */
  get pointer(): Pointer {
    if (this.#pointer === undefined) throw new DisposedError(this.kind);
    return this.#pointer;
  }

  get disposed(): boolean {
    return this.#pointer === undefined;
  }

  /** Whether a training is running on it. */
  get inUse(): boolean {
    return this.#users > 0;
  }

  /** Marks the object as needed until the matching release(). */
  retain(): void {
    this.#users += 1;
  }

  release(): void {
    this.#users -= 1;
  }

  /** Frees the object; a second call does nothing. @throws InUseError while a training uses it. */
  dispose(): void {
    if (this.#pointer === undefined) return;
    if (this.#users > 0) throw new InUseError(this.kind);
    const pointer = this.#pointer;
    this.#pointer = undefined;
    net.unregister(this);
    if (alive.delete(pointer)) call(free[this.kind], pointer);
  }
}

const handles = new WeakMap<object, Handle>();

/** Ties a handle to the object that users hold, so that the handle itself stays private. */
export function own(object: object, handle: Handle): void {
  handles.set(object, handle);
}

/** The handle behind a Booster or DMatrix. @throws InvalidArgumentError for any other value. */
export function handleOf(object: object, kind: Owned): Handle {
  const handle = handles.get(object);
  if (handle?.kind === kind) return handle;
  throw new InvalidArgumentError(
    `expected a ${kind} of this package, got something else; make one with its factories`,
    kind,
  );
}
