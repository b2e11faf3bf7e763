import { defineCommand } from '../command.ts';
import { comparisonAnswer, renderComparison } from '../comparison/table.ts';
import { connect } from '../options/connect.ts';
import { sweepSelectionOptions } from '../options/sweep-selection-options.ts';
import { headlineOf } from '../task/headline.ts';
import { trackingOptions } from '../options/tracking-options.ts';

/** `xgflow compare`: the variants of a sweep side by side. */
export const command = defineCommand({
  options: {
    ...trackingOptions,
    ...sweepSelectionOptions,
    sort: {
      type: 'string',
      requiresArg: true,
      describe:
        'Metric to sort by: f1 means test_f1; cv_f1 and train_f1 are possible. Default: f1; f1_macro of several classes, mape of a regression',
    },
  },
  examples: [
    ['$0 compare', 'the latest finished sweep, best test F1 first'],
    ['$0 compare --sort cv_roc_auc', 'as the cross-validation ranks them'],
    ['$0 compare --experiment claims --sweep all --json', 'every variant ever run, for a program'],
  ],
  async run(args, context) {
    const { compareRuns, metricKey, readSweeps } = await import('@xgflow/trainer');
    const named = args.sort === undefined ? undefined : metricKey(args.sort);
    const { client, links } = await connect(args, context, { endsAtOnce: true });
    const selection = await readSweeps(client, { experiment: args.experiment, sweep: args.sweep });
    const { choice } = headlineOf(selection.runs[0]?.task ?? 'binary');
    const metric = named ?? metricKey(choice);
    const comparison = compareRuns(selection.runs, metric);
    const { output } = context;
    output.result(comparisonAnswer(comparison, selection, links), () =>
      renderComparison(comparison, selection, { output, links }),
    );
    return undefined;
  },
});
