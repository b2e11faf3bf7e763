import { defineCommand } from '../command.ts';
import { renderRuns, runsAnswer } from '../listing/runs.ts';
import { connect } from '../options/connect.ts';
import { trackingOptions } from '../options/tracking-options.ts';

/** `xgflow runs`: the sweeps on the server and their variants. */
export const command = defineCommand({
  options: {
    ...trackingOptions,
    experiment: {
      type: 'string',
      requiresArg: true,
      describe: 'Name of the MLflow experiment. Default: all',
    },
    sweep: { type: 'string', requiresArg: true, describe: 'Id of one sweep. Default: all' },
  },
  examples: [
    ['$0 runs', 'every sweep on the server, latest first'],
    ['$0 runs --experiment claims --json | jq .[0].sweep_id', 'the id of the latest sweep'],
  ],
  async run(args, context) {
    const { listSweeps } = await import('@xgflow/trainer');
    const { client, links } = await connect(args, context, { endsAtOnce: true });
    const { experiment, sweep } = args;
    const sweeps = await listSweeps(client, { experiment, sweep });
    const { output } = context;
    output.result(runsAnswer(sweeps, links), () => renderRuns(sweeps, { links, output }));
    return undefined;
  },
});
