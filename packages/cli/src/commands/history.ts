import { defineCommand } from '../command.ts';
import { connect } from '../options/connect.ts';
import { trackingOptions } from '../options/tracking-options.ts';
import { historyAnswer, historyWarnings, renderHistory } from '../promotion/history.ts';

/** `xgflow history MODEL`: who made which version the champion, when and why. */
export const command = defineCommand({
  positionals: {
    model: { type: 'string', demandOption: true, describe: 'Name of a registered model' },
  },
  options: { ...trackingOptions },
  examples: [
    ['$0 history credit_model', 'promotions, refusals and rollbacks, latest last'],
    ['$0 history credit_model --json', 'the same for a program, with the gate reports'],
  ],
  async run(args, context) {
    const { output } = context;
    const { modelHistory } = await import('@xgflow/trainer');
    const { client, links } = await connect(args, context, { endsAtOnce: true });
    const history = await modelHistory(client, args.model);
    output.result(historyAnswer(history, links), () => renderHistory(history, { links, output }));
    for (const warning of historyWarnings(history)) output.warn(warning);
    return undefined;
  },
});
