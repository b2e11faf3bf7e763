// dist/ of all packages; tsc -b itself skips what is up to date.
import { removeLeftovers } from './leftovers.mjs';
import { pinnedNode } from './packages.mjs';
import { run, step } from './step.mjs';

export function build() {
  return step('build', {
    run: async (log) => {
      await run(pinnedNode, ['node_modules/typescript/bin/tsc', '-b'], {
        log,
        env: { FORCE_COLOR: '0' },
      });
      removeLeftovers();
    },
    hint: 'the log names the file and line',
  });
}
