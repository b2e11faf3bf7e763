import { expect, test } from '@jest/globals';
import { commandToGoOn } from '../../src/sweep/command-to-go-on.ts';

test.each([
  [['sweep', 'my sweep.yaml'], "xgflow sweep 'my sweep.yaml'"],
  [['sweep', '--fresh', 'a.yaml', '--trials', '9'], 'xgflow sweep a.yaml --trials 9'],
  [['sweep', 'a.yaml', '--fresh=true'], 'xgflow sweep a.yaml'],
])('%j goes on by %s', (words, command) => {
  expect(commandToGoOn(words)).toBe(command);
});
