import { expect, test } from '@jest/globals';
import { endTimeOf, startedRun } from '../../src/tracking/end-time.ts';

test('a run never ends before it starts, whatever the clock says', () => {
  const ahead = Date.now() + 3_600_000;
  expect(endTimeOf(startedRun({ run_id: 'r', start_time: ahead }))).toBe(ahead);
  const before = Date.now();
  expect(endTimeOf({ startTime: 7 })).toBeGreaterThanOrEqual(before);
});
