import { describe, expect, test } from '@jest/globals';
import { examineRuntime } from '../../src/doctor/runtime.ts';
import type { Runtime } from '../../src/doctor/runtime.ts';

const good: Runtime = { node: '22.12.0', platform: 'linux', arch: 'x64', glibc: '2.28' };

const cases: readonly [string, Partial<Runtime>, string][] = [
  ['the lowest of each', {}, 'Node ok, platform ok, libc ok'],
  ['newer ones', { node: '26.1.0', glibc: '2.41' }, 'Node ok, platform ok, libc ok'],
  ['an old Node', { node: '22.11.0' }, 'Node broken, platform ok, libc ok'],
  ['a much older Node', { node: '20.19.4' }, 'Node broken, platform ok, libc ok'],
  ['an old glibc', { glibc: '2.17' }, 'Node ok, platform ok, libc broken'],
  ['musl', { glibc: undefined }, 'Node ok, platform ok, libc broken'],
  ['another processor', { arch: 'arm64' }, 'Node ok, platform warning, libc ok'],
  [
    'a Mac has no glibc to look at',
    { platform: 'darwin', glibc: undefined },
    'Node ok, platform warning',
  ],
];

describe('what the doctor says of the runtime', () => {
  test.each(cases)('%s', (_, runtime, said) => {
    const findings = examineRuntime({ ...good, ...runtime });
    expect(findings.map(({ subject, state }) => `${subject} ${state}`).join(', ')).toBe(said);
    for (const { state, advice } of findings) expect(advice === '').toBe(state === 'ok');
  });
});
