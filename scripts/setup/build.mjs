// dist/ of all packages; tsc -b itself skips what is up to date.
import { readFileSync } from 'node:fs';
import { removeLeftovers } from './leftovers.mjs';
import { pinnedNode } from './packages.mjs';
import { run, step } from './step.mjs';

export function build() {
  return step('build', {
    run: async (log) => {
      await compile(log);
      removeLeftovers();
    },
    hint: 'the log names the file and line',
  });
}

/** The compiler's errors are printed too: all of them count, and GitHub finds file and line in them. */
async function compile(log) {
  const args = ['node_modules/typescript/bin/tsc', '-b'];
  try {
    await run(pinnedNode, args, { log, env: { FORCE_COLOR: '0' } });
  } catch (error) {
    console.error(readFileSync(log, 'utf8').trimEnd());
    throw error;
  }
}
