import { defineCommand } from '../command.ts';
import { modelsAnswer, renderModels } from '../listing/models.ts';
import { connect } from '../options/connect.ts';
import { trackingOptions } from '../options/tracking-options.ts';

/** `xgflow models`: the versions in the model registry. */
export const command = defineCommand({
  options: {
    ...trackingOptions,
    name: { type: 'string', requiresArg: true, describe: 'One registered model. Default: all' },
  },
  examples: [
    ['$0 models', 'every version, its aliases and the run it came from'],
    ['$0 models --name credit_model --json', 'one model, for a program'],
  ],
  async run(args, context) {
    const { listModels } = await import('@xgflow/trainer');
    const { client, links } = await connect(args, context, { endsAtOnce: true });
    const models = await listModels(client, { name: args.name });
    const { output } = context;
    output.result(modelsAnswer(models, links), () => renderModels(models, { links, output }));
    return undefined;
  },
});
