import { expect, test } from '@jest/globals';
import * as errors from '../../src/errors/index.ts';

test('the message is what · where · what to do, and the parts are fields', () => {
  const cause = new Error('inner');
  const error = new errors.MlflowError('no such run', {
    endpoint: 'GET /runs/get',
    hint: 'check the id',
    status: 404,
    errorCode: 'RESOURCE_DOES_NOT_EXIST',
    attempts: 1,
    cause,
  });
  expect(error.message).toBe('no such run · GET /runs/get · check the id');
  expect(error.cause).toBe(cause);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'MlflowError',
    message: error.message,
    status: 404,
    errorCode: 'RESOURCE_DOES_NOT_EXIST',
    endpoint: 'GET /runs/get',
    attempts: 1,
    transient: false,
    hint: 'check the id',
  });
});

const CLASSES = Object.entries(errors).filter(([name]) => name.endsWith('Error'));

test.each(CLASSES)('%s is an MlflowError and carries its own name', (name, type) => {
  expect(type === errors.MlflowError || type.prototype instanceof errors.MlflowError).toBe(true);
  const instance = Reflect.construct(type, ['a', 'b', 'c']) as Error;
  expect(instance.name).toBe(name);
});
