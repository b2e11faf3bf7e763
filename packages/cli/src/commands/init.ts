import path from 'node:path';
import { defineCommand } from '../command.ts';
import { draftAnswer, draftWarnings, renderDraft } from '../init/summary.ts';
import { queryOption, sourceArgument, sourceDescription } from '../options/source-argument.ts';
import { refuseTaken, writeNewFile } from '../output/new-file.ts';

/** `xgflow init DATA`: a commented first sweep file for a table. */
export const command = defineCommand({
  positionals: {
    data: { type: 'string', demandOption: true, describe: sourceDescription },
  },
  options: {
    ...queryOption,
    target: {
      type: 'string',
      requiresArg: true,
      describe: 'Column to predict. Default: guessed from its name, place and values',
    },
    out: {
      type: 'string',
      requiresArg: true,
      default: 'sweep.yaml',
      describe: 'Sweep file to write',
    },
    force: { type: 'boolean', default: false, describe: 'Replace a file that exists' },
  },
  examples: [
    ['$0 init claims.csv', 'writes sweep.yaml; read it, then run it'],
    ['$0 init postgres://me@db/insurance --query claims', 'from a database'],
    ['$0 init claims.csv --target claim_status --out claims.yaml', 'for a column of your choice'],
  ],
  async run(args, context) {
    const { output, signal, cwd } = context;
    const { draftSweep } = await import('@xgflow/trainer');
    const file = path.resolve(cwd, args.out);
    const place = { file, shown: args.out, option: '--out' };
    await refuseTaken(place, args);
    const source = await sourceArgument(args.data, context);
    const { query, target } = args;
    const draft = await output.during(`reading ${source.name}`, () =>
      draftSweep({ source, query, file, target, signal }),
    );
    for (const warning of draftWarnings(draft)) output.warn(warning);
    await writeNewFile(place, draft.text, args);
    output.result(draftAnswer(draft, file), () => renderDraft(draft, { file: args.out, output }));
    return undefined;
  },
});
