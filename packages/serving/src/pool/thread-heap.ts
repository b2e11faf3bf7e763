import type { ResourceLimits } from 'node:worker_threads';
import { setFlagsFromString } from 'node:v8';

/** How large the heap of a scoring thread may be. */
export interface ThreadHeap {
  readonly limits: ResourceLimits;
  /** Bytes from which on it is swept after a job. */
  readonly sweptOver: number;
}

const MIB = 2 ** 20;
/** Objects of one job mostly live as long as the job: a large nursery would only copy them about, and stay. */
const YOUNG_MIB = 24;
/** What the code, the model's columns and a body of some hundred rows take. */
const REST_MIB = 48;
/** Rows of a body and their answer take up to ten times its bytes; what is made to take more is refused. */
const OLD_PER_BODY = 16;

/** The heap for bodies of up to so many bytes. Threads that start from now on can be swept. */
export function threadHeap(bodyLimit: number): ThreadHeap {
  setFlagsFromString('--expose-gc');
  const bodies = Math.ceil((OLD_PER_BODY * bodyLimit) / MIB);
  return {
    limits: {
      maxYoungGenerationSizeMb: YOUNG_MIB,
      maxOldGenerationSizeMb: 256 + bodies,
    },
    sweptOver: REST_MIB * MIB,
  };
}
