import { expect, test } from '@jest/globals';
import { stepsOf } from '../../src/page/browser/pointer.ts';
import { pointerOf } from '../../src/scoring/scoring-input.ts';

test.each([[[]], [['3', 'age']], [['0', 'a/b~c~1']]])(
  'the page reads the pointers that the server writes: %j',
  (steps) => {
    expect(stepsOf(pointerOf(...steps))).toEqual(steps);
  },
);
