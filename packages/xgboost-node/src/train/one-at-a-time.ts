import { handleOf, withGlobalConfig } from '../capi/index.ts';
import type { DMatrix } from '../dmatrix/dmatrix.ts';
import { NestedTrainingError } from '../errors/nested-training-error.ts';

let running = false;

/**
 * Runs the only training of this thread; its matrices cannot be disposed meanwhile.
 *
 * @throws NestedTrainingError inside another one.
 */
export function oneAtATime<Result>(data: readonly DMatrix[], run: () => Result): Result {
  if (running) throw new NestedTrainingError();
  const matrices = data.map((matrix) => handleOf(matrix, 'DMatrix'));
  for (const matrix of matrices) matrix.retain();
  running = true;
  try {
    return withGlobalConfig(run);
  } finally {
    running = false;
    for (const matrix of matrices) matrix.release();
  }
}
