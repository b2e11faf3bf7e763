import { availableParallelism } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { availableThreads } from '../src/index.ts';
import { quotaFrom } from '../src/threads.ts';

describe('quotaFrom', () => {
  test.each([
    ['v2 without quota', { cpuMax: 'max 100000' }, undefined],
    ['v2, two processors', { cpuMax: '200000 100000' }, 2],
    ['v2, one and a half is one', { cpuMax: '150000 100000' }, 1],
    ['v2, less than one is one', { cpuMax: '50000 100000' }, 1],
    ['v1 without quota', { cfsQuota: '-1', cfsPeriod: '100000' }, undefined],
    ['v1, four processors', { cfsQuota: '400000', cfsPeriod: '100000' }, 4],
    ['no cgroup files', {}, undefined],
    ['nonsense', { cpuMax: 'what ever' }, undefined],
    ['period zero', { cpuMax: '100000 0' }, undefined],
  ])('%s', (_, files, expected) => {
    expect(quotaFrom(files)).toBe(expected);
  });
});

test('availableThreads is a whole number between 1 and the processors', () => {
  const threads = availableThreads();
  expect(Number.isInteger(threads)).toBe(true);
  expect(threads).toBeGreaterThanOrEqual(1);
  expect(threads).toBeLessThanOrEqual(availableParallelism());
});
