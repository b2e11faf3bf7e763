import path from 'node:path';
import { defineCommand } from '../command.ts';
import { checkAnswer, renderCheck } from '../check/summary.ts';
import { exitCodes } from '../exit-codes.ts';

/** `xgflow check DATA FILE`: the checks of a sweep file on a table, and nothing else. */
export const command = defineCommand({
  positionals: {
    data: { type: 'string', demandOption: true, describe: 'CSV file' },
    file: { type: 'string', demandOption: true, describe: 'Sweep file (YAML)' },
  },
  options: {},
  examples: [
    ['$0 check claims.csv sweep.yaml', 'every violation with its row and column'],
    [
      '$0 check new.csv sweep.yaml --json | jq .violations',
      'for a program; exit code 3 when broken',
    ],
  ],
  async run(args, { output, signal, cwd }) {
    const { checkData, loadSweepConfig } = await import('@xgflow/trainer');
    const loaded = await loadSweepConfig(args.file);
    const found = await output.during(`reading ${args.data}`, () =>
      checkData(loaded, { source: path.resolve(cwd, args.data), signal }),
    );
    output.result(checkAnswer(found), () => renderCheck(found, { source: args.data, output }));
    return found.ok ? exitCodes.ok : exitCodes.data;
  },
});
