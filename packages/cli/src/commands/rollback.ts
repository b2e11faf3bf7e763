import { defineCommand } from '../command.ts';
import { connect } from '../options/connect.ts';
import { trackingOptions } from '../options/tracking-options.ts';

const text = { type: 'string', requiresArg: true } as const;

/** `xgflow rollback MODEL`: an earlier version is the champion again. */
export const command = defineCommand({
  positionals: {
    model: { type: 'string', demandOption: true, describe: 'Name of a registered model' },
  },
  options: {
    ...trackingOptions,
    to: { ...text, describe: 'The version to go back to. Default: the one with alias previous' },
    reason: { ...text, describe: 'Why, for the history' },
    by: { ...text, describe: 'Who decides, for the history. Default: user@machine' },
  },
  examples: [
    ['$0 rollback credit_model', 'the champion before this one, once it is seen to load and score'],
    [
      "$0 rollback credit_model --to 2 --reason 'drift in version 4'",
      'a version by its number; the reason stands in the history',
    ],
  ],
  async run(args, context) {
    const { output, signal } = context;
    const { rollBack } = await import('@xgflow/trainer');
    const { client, links } = await connect(args, context);
    const { to, reason, by } = args;
    const { already, example, from, ...done } = await output.during('loading the version', () =>
      rollBack(client, { name: args.model, to, reason, by, signal }),
    );
    const url = links.modelVersion(done.name, done.to);
    const answer = { ...done, from: from ?? null, already_champion: already, example, url };
    output.result(answer, () => {
      const what = already
        ? `${done.name} version ${done.to} is the champion already.`
        : `${done.name} version ${done.to} is the champion again${from === undefined ? '' : `, version ${from} the previous one`}.`;
      const seen = `It was loaded first, and scores its example ${example.toFixed(6)}.`;
      return [what, seen, `Look:  ${url}`].join('\n');
    });
    return undefined;
  },
});
