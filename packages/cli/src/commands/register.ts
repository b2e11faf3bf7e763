import { defineCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { connect } from '../options/connect.ts';
import { gateOf, gateOptions } from '../options/gate-options.ts';
import { sweepSelectionOptions } from '../options/sweep-selection-options.ts';
import { trackingOptions } from '../options/tracking-options.ts';
import { registrationAnswer, renderRegistration } from '../registration/summary.ts';

/** `xgflow register --best METRIC`: the best run becomes a version of a registered model. */
export const command = defineCommand({
  options: {
    ...trackingOptions,
    ...sweepSelectionOptions,
    best: {
      type: 'string',
      requiresArg: true,
      demandOption: true,
      describe:
        'Metric to choose by, such as f1, f1_macro or mape: f1 means test_f1; cv_f1 chooses without looking at the test rows',
    },
    name: {
      type: 'string',
      requiresArg: true,
      describe: "Registered model. Default: the sweep file's model name",
    },
    alias: {
      type: 'string',
      requiresArg: true,
      default: 'champion',
      describe: 'Alias that is pointed at the version; champion only where the gate lets it',
    },
    ...gateOptions,
    'dry-run': {
      type: 'boolean',
      default: false,
      describe: 'Say what would be registered, write nothing',
    },
  },
  examples: [
    [
      '$0 register --best f1',
      'the best test F1 of the latest finished sweep becomes the champion, if the gate lets it',
    ],
    ['$0 register --best f1 --policy promotion.yaml', 'the gate judges by your policy'],
    ['$0 register --best cv_f1 --alias challenger', 'the honest choice, beside the champion'],
    ['$0 register --best f1 --dry-run', 'who would win, and why the others would not'],
  ],
  async run(args, context) {
    const { metricKey, readSweeps, registerBest } = await import('@xgflow/trainer');
    const metric = metricKey(args.best);
    const gate = await gateOf(args, context);
    const { client, links } = await connect(args, context);
    const selection = await readSweeps(client, { experiment: args.experiment, sweep: args.sweep });
    const registration = await registerBest(client, {
      selection,
      metric,
      name: args.name,
      alias: args.alias,
      dryRun: args.dryRun,
      gate,
    });
    const { output } = context;
    const { dryRun } = args;
    output.result(registrationAnswer(registration, { dryRun, links }), () =>
      renderRegistration(registration, { dryRun, links, output }),
    );
    return registration.promotion?.promoted === false ? exitCodes['gate-refused'] : undefined;
  },
});
