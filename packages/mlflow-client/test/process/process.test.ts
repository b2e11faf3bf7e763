import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { groupMembers, identifyProcess, isOutOfSight, isRunning } from '../../src/process/index.ts';

describe('the identity of a process', () => {
  test('a process has one, another process another', () => {
    const self = identifyProcess(process.pid);
    expect(identifyProcess(process.pid)).toEqual(self);
    expect(self?.started).toMatch(/^[0-9a-f]{32}\.\d+\.\d+$/u);
    expect(identifyProcess(process.ppid)).not.toEqual(self);
  });

  test('a process that has ended has none', async () => {
    const child = spawn('true');
    await once(child, 'close');
    expect(identifyProcess(child.pid!)).toBeUndefined();
  });

  test('a later process with the same id is not the same', () => {
    const self = identifyProcess(process.pid)!;
    expect(isRunning(self)).toBe(true);
    expect(isRunning({ ...self, started: 'another.1' })).toBe(false);
  });

  test('one that ran here can be seen, one of another boot or container cannot', () => {
    const { started } = identifyProcess(process.pid)!;
    const [boot, namespace] = started.split('.');
    expect(isOutOfSight({ started })).toBe(false);
    expect(isOutOfSight({ started: `${boot}.${namespace}.1` })).toBe(false);
    expect(isOutOfSight({ started: `${boot}.${namespace}0.1` })).toBe(true);
    expect(isOutOfSight({ started: `0${boot}.${namespace}.1` })).toBe(true);
    // Where the system tells nothing, the id alone has to do.
    expect(isOutOfSight({ started: '' })).toBe(false);
  });
});

test('a group has its leader and its children until they end', async () => {
  const leader = spawn('sh', ['-c', 'sleep 60 & echo begun; wait'], { detached: true });
  await once(leader.stdout, 'data');
  expect(groupMembers(leader.pid!)).toHaveLength(2);
  process.kill(-leader.pid!, 'SIGKILL');
  await once(leader, 'close');
  expect(groupMembers(leader.pid!)).not.toContain(leader.pid);
});
