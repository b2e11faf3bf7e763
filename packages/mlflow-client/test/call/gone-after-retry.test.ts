import { expect, test } from '@jest/globals';
import { goneAfterRetry } from '../../src/call/gone-after-retry.ts';
import { MlflowError } from '../../src/errors/mlflow-error.ts';
import { ResourceNotFoundError } from '../../src/errors/resource-not-found-error.ts';

test('not found is success after a repeat only', async () => {
  await expect(goneAfterRetry(Promise.resolve({}))).resolves.toBeUndefined();
  await expect(
    goneAfterRetry(Promise.reject(new ResourceNotFoundError('x', { attempts: 2 }))),
  ).resolves.toBeUndefined();
  await expect(
    goneAfterRetry(Promise.reject(new ResourceNotFoundError('x', { attempts: 1 }))),
  ).rejects.toThrow('x');
  await expect(
    goneAfterRetry(Promise.reject(new MlflowError('y', { attempts: 2 }))),
  ).rejects.toThrow('y');
});
