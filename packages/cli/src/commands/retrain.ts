import path from 'node:path';
import { defineCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { checkModelName } from '../options/check-model-name.ts';
import { connect } from '../options/connect.ts';
import { gateOf, gateOptions } from '../options/gate-options.ts';
import { trackingOptions } from '../options/tracking-options.ts';
import { registrationAnswer, renderRegistration } from '../registration/summary.ts';
import { runLoaded } from '../sweep/run-loaded.ts';
import { runOptions } from '../sweep/run-options.ts';
import { hasFailedTrials } from '../sweep/run-prepared.ts';
import { renderSweep, sweepAnswer } from '../sweep/summary.ts';

const text = { type: 'string', requiresArg: true } as const;

/** `xgflow retrain FILE --data CSV`: the sweep on new data, and its best run through the gate. */
export const command = defineCommand({
  positionals: {
    file: { type: 'string', demandOption: true, describe: 'Sweep file (YAML)' },
  },
  options: {
    ...trackingOptions,
    data: {
      ...text,
      describe:
        "CSV file of new labelled data, from this directory on. Default: the sweep file's source",
    },
    best: {
      ...text,
      describe:
        "Metric to choose the run by. Default: cv_ and the sweep file's scoring, which sees no test row",
    },
    name: { ...text, describe: "Registered model. Default: the sweep file's model name" },
    policy: gateOptions.policy,
    'compare-on': {
      ...text,
      describe:
        'Table with the true target for the gate: CSV or Parquet. Default: the test part of the new data',
    },
    by: gateOptions.by,
    ...runOptions,
  },
  examples: [
    [
      '$0 retrain sweep.yaml --data november.csv',
      'train on new data; the winner becomes the champion if it is not worse',
    ],
    [
      '$0 retrain sweep.yaml --data november.csv --policy promotion.yaml --json',
      'as a nightly job: exit 9 where the gate refuses',
    ],
  ],
  async run(args, context) {
    const { output, cwd } = context;
    const trainer = await import('@xgflow/trainer');
    const { by, data, policy, trials, variants } = args;
    const named = args.best === undefined ? undefined : trainer.metricKey(args.best);
    const loaded = await trainer.loadSweepConfig(args.file, {
      trials,
      variants,
      source:
        data === undefined
          ? undefined
          : path.relative(path.dirname(path.resolve(cwd, args.file)), path.resolve(cwd, data)),
    });
    await checkModelName(args.name ?? loaded.config.model.name);
    const gate = await gateOf({ by, policy, data: args.compareOn, force: false }, context);
    const server = await connect(args, context);
    const swept = await runLoaded(loaded, args, server, context);
    if (swept === undefined) return undefined;
    const { experiment, prepared, result } = swept;
    const [plan] = prepared.plans;
    const metric = named ?? trainer.metricKey(`cv_${plan?.search.scoring ?? ''}`);
    const selection = await trainer.readSweeps(server.client, {
      experiment,
      sweep: result.sweepId,
    });
    // The gate knows this file, or the snapshot of a pull, by its digest, and compares on the rows that the winner did not train on.
    const own = prepared.snapshot === undefined ? prepared.sourcePath : undefined;
    const registration = await output.during('passing the gate', () =>
      trainer.registerBest(server.client, {
        selection,
        metric,
        name: args.name,
        gate: { ...gate, data: gate.data ?? own },
      }),
    );
    const { links } = server;
    const shown = { dryRun: false, links, output };
    output.result(
      {
        sweep: sweepAnswer(result, links),
        registration: registrationAnswer(registration, shown),
      },
      () =>
        [
          renderSweep(result, { experiment, output, links }),
          '',
          renderRegistration(registration, shown),
        ].join('\n'),
    );
    if (registration.promotion?.promoted === false) return exitCodes['gate-refused'];
    return hasFailedTrials(result) ? exitCodes['trials-failed'] : exitCodes.ok;
  },
});
