import { ResourceNotFoundError } from '../errors/resource-not-found-error.ts';

/**
 * Await a delete. When the answer of the first attempt was lost and the repeat finds nothing to delete, the first one worked:
 * that is success. 'Not found' at the first attempt stays an error.
 */
export async function goneAfterRetry(deletion: Promise<unknown>): Promise<void> {
  try {
    await deletion;
  } catch (error) {
    if (error instanceof ResourceNotFoundError && error.attempts > 1) return;
    throw error;
  }
}
