import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoggedCell } from '@xgflow/serving/decisions';
import { auditAnswer, renderAudit } from '../audit/summary.ts';
import { defineCommand } from '../command.ts';
import { UsageError } from '../errors/usage-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { resolveModelOption } from '../options/resolve-model.ts';
import { trackingOptions } from '../options/tracking-options.ts';

const text = { type: 'string', requiresArg: true } as const;

/** `xgflow audit ID`: a decision of a served model once more, by the version that decided. */
export const command = defineCommand({
  positionals: {
    id: {
      type: 'string',
      demandOption: true,
      describe: 'Id of a decision: that of the answer, a point, and the row in it from 0',
    },
  },
  options: {
    ...trackingOptions,
    log: {
      ...text,
      demandOption: true,
      describe: 'The decision log; the files that it was before it was full are looked at too',
    },
    model: {
      ...text,
      describe: 'The model of then, where it is not in the registry any more. Default: by the log',
    },
    values: {
      ...text,
      describe: 'JSON file with the values of redacted columns: {"age": 34}',
    },
  },
  examples: [
    [
      '$0 audit 20261126T203411330Z-6ee1b95f86.0 --log decisions.log',
      'the same score to the last bit, or exit 3 and why not',
    ],
    [
      '$0 audit 20261126T203411330Z-6ee1b95f86.0 --log decisions.log --values row.json',
      'with the values that the log holds only hashes of',
    ],
  ],
  async run(args, context) {
    const { output, cwd } = context;
    const { auditDecision, findDecision, modelUriOf } = await import('@xgflow/serving/decisions');
    const { Predictor } = await import('@xgflow/model');
    const log = path.resolve(cwd, args.log);
    const decision = await findDecision(log, args.id);
    const uri = args.model ?? modelUriOf(decision);
    const values = await readValues(args.values, cwd);
    const resolved = await output.during('fetching the model', () =>
      resolveModelOption(uri, args, context),
    );
    using predictor = await Predictor.load(resolved.directory);
    const audit = await auditDecision({ decision, predictor, log, values });
    output.result(auditAnswer(decision, audit), () => renderAudit(decision, audit));
    return audit.equal ? exitCodes.ok : exitCodes.data;
  },
});

async function readValues(
  file: string | undefined,
  cwd: string,
): Promise<Readonly<Record<string, LoggedCell>>> {
  if (file === undefined) return {};
  const wanted = 'give a JSON object of values by column';
  try {
    const values: unknown = JSON.parse(await readFile(path.resolve(cwd, file), 'utf8'));
    if (values instanceof Object && !Array.isArray(values)) {
      return values as Record<string, LoggedCell>;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError(`not a JSON object · --values ${file} · ${wanted}`);
}
