import { defineCommand } from '../command.ts';
import { contractLines } from '../check/contract.ts';
import { exitCodes } from '../exit-codes.ts';
import { chooseServerDirectory, makeStateDirectory } from '../local-server/state-directory.ts';
import { connect } from '../options/connect.ts';
import { integer } from '../options/integer.ts';
import { nameList } from '../options/name-list.ts';
import { experimentOption, trackingOptions } from '../options/tracking-options.ts';
import { shellWord } from '../output/shell-word.ts';
import { renderPlan } from '../sweep/plan.ts';
import { SweepProgress } from '../sweep/progress.ts';
import { renderSweep, sweepAnswer } from '../sweep/summary.ts';

/** The command line as it was typed: the same sweep goes on where it was. */
function sameCommand(): string {
  return ['xgflow', ...process.argv.slice(2).map(shellWord)].join(' ');
}

/** `xgflow sweep FILE`: the search of every variant, recorded in MLflow. */
export const command = defineCommand({
  positionals: {
    file: { type: 'string', demandOption: true, describe: 'Sweep file (YAML)' },
  },
  options: {
    ...trackingOptions,
    experiment: {
      ...experimentOption.experiment,
      describe: "Name of the MLflow experiment. Default: the sweep file's name",
    },
    trials: {
      requiresArg: true,
      coerce: integer('trials', 1, 100_000),
      describe: "Trials per variant. Default: the sweep file's",
    },
    variants: {
      type: 'string',
      requiresArg: true,
      coerce: nameList('variants'),
      describe: 'Only these variants, with commas. Default: all',
    },
    concurrency: {
      requiresArg: true,
      coerce: integer('concurrency', 1, 1024),
      describe: 'Trials at the same time, one core each. Default: the cores there are',
    },
    'log-trials': {
      requiresArg: true,
      default: 10,
      coerce: integer('log-trials', 0, 10_000),
      describe: 'How many of the best trials of each variant become runs',
    },
    tracking: {
      type: 'boolean',
      default: true,
      describe: 'Record in MLflow; --no-tracking writes to .xgflow/sweeps/ instead',
    },
    fresh: {
      type: 'boolean',
      default: false,
      describe: 'Start anew, even if the same sweep was left unfinished',
    },
    'dry-run': { type: 'boolean', default: false, describe: 'Read, check and plan, run nothing' },
  },
  examples: [
    ['$0 sweep sweep.yaml', 'run every variant of the file'],
    ['$0 sweep sweep.yaml --trials 20 --variants original,shallow', 'a quick look at two variants'],
    ['$0 sweep sweep.yaml --dry-run', 'check the file and the data, run nothing'],
    ['$0 sweep sweep.yaml --json | jq .variants', 'the result for a program'],
  ],
  async run(args, context) {
    const { output, signal, cwd } = context;
    const trainer = await import('@xgflow/trainer');
    const { loadSweepConfig, prepareSweep, runSweep, LocalTracker, MlflowTracker } = trainer;
    const { availableThreads } = await import('@xgflow/xgboost-node');
    const loaded = await loadSweepConfig(args.file, {
      trials: args.trials,
      variants: args.variants,
    });
    const server = args.tracking && !args.dryRun ? await connect(args, context) : undefined;
    const home = await chooseServerDirectory(cwd);
    if (trainer.isPulled({ ...loaded, query: loaded.config.query })) await makeStateDirectory(home);
    const prepared = await output.during(`reading ${loaded.config.source}`, () =>
      prepareSweep(loaded, {
        home,
        fresh: args.fresh,
        contract: args.dryRun ? 'look' : 'keep',
        signal,
      }),
    );
    for (const warning of prepared.warnings) output.warn(warning);
    for (const line of contractLines(prepared.contract, output)) output.note(line);
    const concurrency = args.concurrency ?? availableThreads();
    if (args.dryRun) {
      const target = trainer.describeTarget(prepared.target);
      output.result(...renderPlan(prepared, { concurrency, output, target }));
      return undefined;
    }
    const progress = new SweepProgress(output, server?.links);
    const experiment = args.experiment ?? loaded.config.name;
    try {
      const result = await runSweep(prepared, {
        home,
        concurrency,
        fresh: args.fresh,
        signal,
        observer: progress,
        openTracker: (sweep) =>
          server
            ? MlflowTracker.open(sweep, {
                client: server.client,
                experiment,
                logTrials: args.logTrials,
                fresh: args.fresh,
                scratch: home,
                directory: cwd,
              })
            : Promise.resolve(new LocalTracker(sweep, home)),
      }).finally(() => {
        progress.stop();
      });
      output.result(sweepAnswer(result, server?.links), () =>
        renderSweep(result, { experiment, output, links: server?.links }),
      );
      return result.variants.some(
        ({ status, failedTrials }) => status === 'failed' || failedTrials > 0,
      )
        ? exitCodes['trials-failed']
        : exitCodes.ok;
    } catch (error) {
      output.note(
        `what is finished is kept in ${server ? 'MLflow, open trials in ' : ''}${home} · to go on: ${sameCommand()}`,
      );
      throw error;
    }
  },
});
