import { defineCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { connect } from '../options/connect.ts';
import { gateOf, gateOptions } from '../options/gate-options.ts';
import { trackingOptions } from '../options/tracking-options.ts';
import { promotionAnswer, promotionLines } from '../promotion/summary.ts';

/** `xgflow promote MODEL`: a version passes the gate and becomes the champion, or is refused. */
export const command = defineCommand({
  positionals: {
    model: { type: 'string', demandOption: true, describe: 'Name of a registered model' },
    candidate: {
      type: 'string',
      describe: 'The version to promote. Default: the one with alias challenger',
    },
  },
  options: {
    ...trackingOptions,
    ...gateOptions,
    'dry-run': { type: 'boolean', default: false, describe: 'Judge, but write nothing' },
  },
  examples: [
    ['$0 promote credit_model', 'the challenger against the champion'],
    ['$0 promote credit_model 3 --dry-run', 'what the gate would say of version 3'],
    [
      '$0 promote credit_model 3 --policy promotion.yaml --data holdout.csv',
      'by a policy, on labelled rows of their own',
    ],
    [
      "$0 promote credit_model 3 --force --reason 'the champion uses a forbidden column'",
      'against the gate; it stands in the history',
    ],
  ],
  async run(args, context) {
    const { output } = context;
    const { candidateOf, promoteVersion } = await import('@xgflow/trainer');
    const gate = await gateOf(args, context);
    const { client, links } = await connect(args, context);
    const candidate = await candidateOf(client, { name: args.model, version: args.candidate });
    const promotion = await output.during('comparing with the champion', () =>
      promoteVersion(client, { ...gate, ...candidate, dryRun: args.dryRun }),
    );
    const answer = {
      name: promotion.name,
      version: promotion.version,
      dry_run: args.dryRun,
      ...promotionAnswer(promotion),
      url: links.modelVersion(promotion.name, promotion.version),
    };
    output.result(answer, () =>
      [...promotionLines(promotion, { dryRun: args.dryRun, output }), `Look:  ${answer.url}`].join(
        '\n',
      ),
    );
    return promotion.promoted ? exitCodes.ok : exitCodes['gate-refused'];
  },
});
