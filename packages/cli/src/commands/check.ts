import { defineCommand } from '../command.ts';
import { checkedTable } from '../check/checked-table.ts';
import { brokenContractAnswer, renderBrokenContract } from '../check/contract.ts';
import { checkAnswer, renderCheck } from '../check/summary.ts';
import { exitCodes } from '../exit-codes.ts';
import { chooseServerDirectory, makeStateDirectory } from '../local-server/state-directory.ts';
import { queryOption, sourceDescription } from '../options/source-argument.ts';

/** `xgflow check [DATA] FILE`: the checks and the contract of a sweep file on a table, and nothing else. */
export const command = defineCommand({
  positionals: {
    data: {
      type: 'string',
      demandOption: true,
      describe: `${sourceDescription}; alone: the sweep file, whose own source is checked`,
    },
    file: { type: 'string', describe: 'Sweep file (YAML)' },
  },
  options: {
    ...queryOption,
    'accept-contract': {
      type: 'boolean',
      default: false,
      describe: 'Write the contract anew from the data as it is; read the differences first',
    },
  },
  examples: [
    ['$0 check sweep.yaml', 'the source that the sweep file names'],
    ['$0 check claims.csv sweep.yaml', 'every violation with its row and column'],
    ['$0 check sweep.yaml --accept-contract', 'the data changed for good: a new contract'],
    [
      '$0 check new.csv sweep.yaml --json | jq .violations',
      'for a program; exit code 3 when broken',
    ],
  ],
  async run(args, context) {
    const { output, signal, cwd } = context;
    const { ContractBrokenError } = await import('@xgflow/data');
    const { checkData } = await import('@xgflow/trainer');
    const { loaded, pulled } = await checkedTable(args, context);
    const home = await chooseServerDirectory(cwd);
    if (pulled) await makeStateDirectory(home);
    const source = loaded.location.name;
    try {
      const found = await output.during(`reading ${source}`, () =>
        checkData(loaded, {
          home,
          fresh: true,
          contract: args.acceptContract ? 'accept' : 'keep',
          signal,
        }),
      );
      for (const warning of found.warnings) output.warn(warning);
      output.result(checkAnswer(found), () => renderCheck(found, { source, output }));
      return found.ok ? exitCodes.ok : exitCodes.data;
    } catch (error) {
      if (!(error instanceof ContractBrokenError)) throw error;
      output.result(brokenContractAnswer(error), () =>
        renderBrokenContract(error, { source, file: args.file ?? args.data, output }),
      );
      return exitCodes.data;
    }
  },
});
