import { defineCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { connect } from '../options/connect.ts';
import { trackingOptions } from '../options/tracking-options.ts';
import { runLoaded } from '../sweep/run-loaded.ts';
import { runOptions } from '../sweep/run-options.ts';
import { hasFailedTrials } from '../sweep/run-prepared.ts';
import { renderSweep, sweepAnswer } from '../sweep/summary.ts';

/** `xgflow sweep FILE`: the search of every variant, recorded in MLflow. */
export const command = defineCommand({
  positionals: {
    file: { type: 'string', demandOption: true, describe: 'Sweep file (YAML)' },
  },
  options: {
    ...trackingOptions,
    ...runOptions,
    tracking: {
      type: 'boolean',
      default: true,
      describe: 'Record in MLflow; --no-tracking writes to .xgflow/sweeps/ instead',
    },
  },
  examples: [
    ['$0 sweep sweep.yaml', 'run every variant of the file'],
    ['$0 sweep sweep.yaml --trials 20 --variants original,shallow', 'a quick look at two variants'],
    ['$0 sweep sweep.yaml --dry-run', 'check the file and the data, run nothing'],
    ['$0 sweep sweep.yaml --json | jq .variants', 'the result for a program'],
  ],
  async run(args, context) {
    const { loadSweepConfig } = await import('@xgflow/trainer');
    const loaded = await loadSweepConfig(args.file, {
      trials: args.trials,
      variants: args.variants,
    });
    const server = args.tracking && !args.dryRun ? await connect(args, context) : undefined;
    const swept = await runLoaded(loaded, args, server, context);
    if (swept === undefined) return undefined;
    const { experiment, result } = swept;
    const { output } = context;
    output.result(sweepAnswer(result, server?.links), () =>
      renderSweep(result, { experiment, output, links: server?.links }),
    );
    return hasFailedTrials(result) ? exitCodes['trials-failed'] : exitCodes.ok;
  },
});
