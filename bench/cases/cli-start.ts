import path from 'node:path';
import type { Case } from '../case.ts';
import { interleave } from '../measure/interleave.ts';
import type { Contender } from '../measure/interleave.ts';
import { least } from '../measure/least.ts';
import { measured } from '../measure/measured-process.ts';
import { atMost } from '../measure/verdict.ts';
import { repository, xgflow } from '../paths.ts';

const mlflow = path.join(repository, '.venv/bin/mlflow');

function contender(
  name: string,
  side: Contender['side'],
  [program, ...args]: readonly [string, ...string[]],
  command: string,
): Contender {
  return {
    name,
    side,
    command,
    measure: async () => (await measured({ program, args })).sample,
  };
}

export const cliStart: Case = {
  name: 'cli-start',
  title: 'Start of the command',
  about: 'From the start of the process to its end. Both print a line that needs no work.',
  async run({ pairs, log }) {
    const entries = await interleave(
      [
        contender(
          'xgflow --version',
          'ours',
          [process.execPath, xgflow, '--version'],
          'npx xgflow --version',
        ),
        contender(
          'xgflow --help',
          'reference',
          [process.execPath, xgflow, '--help'],
          'npx xgflow --help',
        ),
        contender('mlflow --version', 'peer', [mlflow, '--version'], '.venv/bin/mlflow --version'),
        contender('node -e 0', 'reference', [process.execPath, '-e', '0'], 'node -e 0'),
      ],
      pairs,
      log,
    );
    const seconds = least(entries, 'xgflow --version', 'wallSeconds');
    return {
      groups: [{ title: 'Start to end', entries }],
      verdicts: [atMost('`xgflow --version` in less than 0.2 s', seconds, 0.2, 's')],
      settings: {},
    };
  },
};
