import { defineCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { chooseServerDirectory } from '../local-server/state-directory.ts';
import { connect } from '../options/connect.ts';
import { integer } from '../options/integer.ts';
import { tolerance } from '../options/tolerance.ts';
import { trackingOptions } from '../options/tracking-options.ts';
import { ReproductionProgress } from '../reproduce/progress.ts';
import { renderReproduction, reproductionAnswer } from '../reproduce/summary.ts';

/** `xgflow reproduce RUN`: a variant once more from what MLflow holds, compared to the last bit. */
export const command = defineCommand({
  positionals: {
    run: { type: 'string', demandOption: true, describe: 'Id of the run of a finished variant' },
  },
  options: {
    ...trackingOptions,
    data: {
      type: 'string',
      requiresArg: true,
      describe:
        "The table, or the snapshot of one that was pulled. Default: the snapshot that is here, else the source that the run's sweep.json names, from here",
    },
    search: {
      type: 'boolean',
      default: false,
      describe: 'Run every trial again and see that the same one wins. Default: the winner alone',
    },
    tolerance: {
      requiresArg: true,
      default: 0,
      coerce: tolerance,
      describe:
        'Largest difference of a score or metric that is none; above 0 the bytes of the model decide nothing',
    },
    concurrency: {
      requiresArg: true,
      coerce: integer('concurrency', 1, 1024),
      describe: 'With --search: trials at the same time. Default: the cores there are',
    },
  },
  examples: [
    ['$0 reproduce 0a0596d48a6b41f38d4d8ace149141ea', 'the winning trial and its model once more'],
    [
      '$0 reproduce 0a0596d48a6b41f38d4d8ace149141ea --data claims.csv --search',
      'every trial, on the table named',
    ],
  ],
  async run(args, context) {
    const { output, signal, cwd } = context;
    const { reproduceVariant } = await import('@xgflow/trainer');
    const { availableThreads } = await import('@xgflow/xgboost-node');
    const { client, links } = await connect(args, context);
    const progress = new ReproductionProgress(output);
    try {
      const reproduction = await reproduceVariant(client, {
        runId: args.run,
        directory: cwd,
        home: await chooseServerDirectory(cwd),
        data: args.data,
        search: args.search,
        tolerance: args.tolerance,
        concurrency: args.concurrency ?? availableThreads(),
        signal,
        onStart: (start) => {
          progress.start(start);
        },
        onTrial: () => {
          progress.trial();
        },
      });
      progress.stop();
      output.result(reproductionAnswer(reproduction, links), () =>
        renderReproduction(reproduction, { output, links }),
      );
      return reproduction.reproduced ? exitCodes.ok : exitCodes.data;
    } finally {
      progress.stop();
    }
  },
});
