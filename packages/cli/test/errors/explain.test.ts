import { describe, expect, test } from '@jest/globals';
import * as data from '@xgflow/data';
import * as mlflowClient from '@xgflow/mlflow-client';
import * as model from '@xgflow/model';
import * as serving from '@xgflow/serving';
import * as trainer from '@xgflow/trainer';
import * as xgboostNode from '@xgflow/xgboost-node';
import { exitNameOfError } from '../../src/errors/error-names.ts';
import { explain } from '../../src/errors/explain.ts';
import { InterruptedError } from '../../src/errors/interrupted-error.ts';
import { UsageError } from '../../src/errors/usage-error.ts';

class MlflowError extends Error {}
class QuotaError extends MlflowError {
  override readonly name = 'QuotaError';
  readonly hint = 'ask for more';
}
const system = (code: string, path?: string): Error =>
  Object.assign(new Error(`${code}: as node says it`), { code, ...(path && { path }) });

describe('explain', () => {
  const cases: readonly (readonly [string, unknown, object])[] = [
    [
      'a listed error',
      new UsageError('a · b · c'),
      { code: 'usage', exitCode: 2, message: 'a · b · c', hint: null },
    ],
    [
      'one whose base is listed, with a hint',
      new QuotaError('full'),
      { code: 'unavailable', exitCode: 5, message: 'full', hint: 'ask for more' },
    ],
    ['SIGINT', new InterruptedError('SIGINT'), { code: 'interrupted', exitCode: 130 }],
    [
      'SIGTERM behind other errors',
      new Error('x', { cause: new InterruptedError('SIGTERM') }),
      { code: 'terminated', exitCode: 143 },
    ],
    [
      'a full disk, however deep',
      new UsageError('x', { cause: new Error('y', { cause: system('ENOSPC', '/d/f') }) }),
      { code: 'disk-full', exitCode: 7 },
    ],
    [
      'a full disk that has advice of its own',
      new mlflowClient.DiskFullError('/d/f', 'ENOSPC'),
      {
        code: 'disk-full',
        message: 'the disk is full · /d/f · free some space and repeat',
        hint: null,
      },
    ],
    [
      'a missing file',
      system('ENOENT', '/d/f'),
      { code: 'usage', exitCode: 2, message: 'no such file or directory · /d/f · check the path' },
    ],
    [
      'a file that is not for this user',
      system('EACCES', '/d/f'),
      {
        code: 'usage',
        exitCode: 2,
        message: `permission denied · /d/f · let user ${process.getuid?.() ?? 0} in, or name another path`,
      },
    ],
    [
      'too many open files',
      system('EMFILE', '/d/f'),
      {
        code: 'usage',
        message: 'too many files are open · /d/f · raise the limit (ulimit -n) and repeat',
      },
    ],
    [
      'anything else',
      new TypeError('x is not a function'),
      { code: 'bug', exitCode: 1, message: 'unexpected error: x is not a function' },
    ],
    ['a thrown string', 'oops', { code: 'bug', message: 'unexpected error: oops' }],
    ['a thrown undefined', undefined, { code: 'bug' }],
    [
      'a name from Object.prototype',
      Object.assign(new Error('x'), { name: 'constructor' }),
      { code: 'bug' },
    ],
    [
      'a message of several lines with terminal escapes',
      new UsageError('a\n\u001b[31mb'),
      { message: 'a [31mb' },
    ],
  ];
  test.each(cases)('%s', (_, error, expected) => {
    expect(explain(error)).toMatchObject(expected);
  });

  test('what breaks on a Node that is too old is no bug', () => {
    expect(explain(new TypeError('transfer is not a function'), '20.20.2')).toEqual({
      code: 'usage',
      exitCode: 2,
      message: 'Node 20.20.2 is too old · transfer is not a function',
      hint: 'use Node 22.12 or newer',
    });
    expect(explain(new UsageError('x'), '20.20.2').message).toBe('x');
  });

  test('an error that is its own cause ends', () => {
    const error = new Error('round');
    error.cause = error;
    expect(explain(error).code).toBe('bug');
  });

  test('a very long message is cut, and shows it', () => {
    expect(explain(new UsageError('x'.repeat(1e6))).message).toMatch(/^x{1999}…$/u);
    expect(explain(new UsageError('x'.repeat(2000))).message).toMatch(/^x{2000}$/u);
  });
});

/** Names of an error class and of the error classes it extends. */
function lineage(errorClass: unknown): string[] {
  const names: string[] = [];
  for (
    let at = errorClass;
    typeof at === 'function' && at !== Error;
    at = Object.getPrototypeOf(at)
  ) {
    names.push(at.name);
  }
  return names;
}

describe('every error class that a package exports', () => {
  const packages = { data, mlflowClient, model, serving, trainer, xgboostNode };
  const classes = Object.entries(packages).flatMap(([owner, members]) =>
    Object.values<unknown>(members)
      .filter((member) => typeof member === 'function' && member.prototype instanceof Error)
      .map((member) => [owner, lineage(member)] as const),
  );

  test('is found', () => {
    expect(classes.length).toBeGreaterThan(40);
  });

  test.each(classes)('of %s: %j has an exit code', (_, names) => {
    expect(names.some((name) => Object.hasOwn(exitNameOfError, name))).toBe(true);
  });
});
