import { existsSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { defineCommand } from '../command.ts';
import { UsageError } from '../errors/usage-error.ts';
import { decimal } from '../options/decimal.ts';
import { integer } from '../options/integer.ts';
import { nameList } from '../options/name-list.ts';
import { queryOption, sourceArgument, sourceDescription } from '../options/source-argument.ts';
import { resolveModelOption } from '../options/resolve-model.ts';
import { trackingOptions } from '../options/tracking-options.ts';

const file = { type: 'string', requiresArg: true, demandOption: true } as const;

/**
 * Cells of a batch are garbage at once. V8 would let its young generation grow to 100 MB for them; without, a million rows
 * take 150 MB less, and no more time.
 */
function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** `xgflow predict`: a table in, a CSV file of predictions out. */
export const command = defineCommand({
  options: {
    ...trackingOptions,
    model: {
      ...file,
      describe: 'models:/name@alias, models:/name/version, runs:/id/model, or a model directory',
    },
    input: {
      ...file,
      describe: `Table with the model's features, other columns are ignored: ${sourceDescription}`,
    },
    ...queryOption,
    output: {
      ...file,
      describe:
        'CSV file to write: row,probability,prediction,unseen_levels; of several classes a probability each, of a regression none',
    },
    keep: {
      type: 'string',
      requiresArg: true,
      coerce: nameList('keep'),
      describe:
        'Columns of the input to copy into the output, with commas; one with a comma in it in double quotes',
    },
    threshold: {
      requiresArg: true,
      coerce: decimal('threshold', 0, 1),
      describe: "Probability above which a row is positive. Default: the model's own",
    },
    overwrite: { type: 'boolean', describe: 'Replace an output file that exists' },
    'bad-rows': {
      type: 'string',
      requiresArg: true,
      describe:
        'CSV file for rows that the model cannot take, with row, line, column and reason. Default: the first one ends the scoring',
    },
    resume: {
      type: 'boolean',
      default: false,
      describe: 'Go on where an interrupted scoring of the same file by the same model left off',
    },
    threads: {
      requiresArg: true,
      default: 1,
      coerce: integer('threads', 1, 1024),
      describe: 'Threads that predict',
    },
  },
  examples: [
    [
      '$0 predict --model models:/credit_model@champion --input new.csv --output scores.csv',
      'score with the champion',
    ],
    [
      '$0 predict --model ./model --input new.csv --output scores.csv --keep id --overwrite',
      'with a local model; keep the id column',
    ],
    [
      '$0 predict --model ./model --input new.parquet --output scores.csv --bad-rows bad.csv',
      'put bad rows aside and go on',
    ],
    [
      '$0 predict --model ./model --input postgres://me@db/insurance --query claims --output scores.csv',
      'score what a database holds',
    ],
  ],
  async run(args, context) {
    const { output, signal, cwd } = context;
    const input = await sourceArgument(args.input, context);
    const scores = path.resolve(cwd, args.output);
    const aside = args.badRows === undefined ? undefined : path.resolve(cwd, args.badRows);
    const resolved = await output.during('fetching the model', () =>
      resolveModelOption(args.model, args, context),
    );
    keepYoungGenerationSmall();
    const { Predictor } = await import('@xgflow/model');
    const { scoreTable } = await import('@xgflow/serving');
    using predictor = await Predictor.load(resolved.directory, {
      threads: args.threads,
      ...(args.threshold === undefined ? {} : { threshold: args.threshold }),
    });
    if (args.threshold !== undefined && predictor.info.task !== 'binary') {
      throw new UsageError(
        `--threshold is for two classes, and the model's task is ${predictor.info.task} · ${args.model} · leave it out`,
      );
    }
    const progress = output.progress({ label: 'rows' });
    try {
      const scored = await scoreTable({
        predictor,
        input,
        output: scores,
        keep: args.keep ?? [],
        query: args.query,
        overwrite: args.overwrite ?? false,
        badRows: aside,
        resume: args.resume,
        onWarning: (warning) => {
          output.warn(warning);
        },
        onProgress: ({ rows }) => {
          progress.update(rows);
        },
        signal,
      }).finally(() => {
        progress.stop();
      });
      const { badRows, resumedAt, rows, positives, unseenRows, unseenByColumn } = scored;
      output.result(
        {
          output: scores,
          rows,
          bad_rows: badRows,
          bad_rows_file: aside ?? null,
          resumed_at: resumedAt,
          positives,
          ...(predictor.info.task === 'binary' ? { threshold: predictor.info.threshold } : {}),
          unseen_rows: unseenRows,
          unseen_by_column: unseenByColumn,
          model: {
            uri: args.model,
            name: resolved.name ?? null,
            version: resolved.version ?? null,
            run_id: resolved.runId ?? null,
            model_id: resolved.modelId ?? null,
          },
        },
        () =>
          `${rows} rows scored, written to ${args.output}${resumedAt > 0 ? `; ${resumedAt} of the input were done already` : ''}`,
      );
      if (badRows > 0) {
        output.warn(
          `${badRows} rows could not be scored · ${args.badRows ?? ''} · each with its reason`,
        );
      }
      if (unseenRows > 0) output.warn(unseenWarning(unseenRows, unseenByColumn));
      return undefined;
    } catch (error) {
      const left = `${scores}.part`;
      const resumable = !(error instanceof Error && error.name === 'ResumeError');
      if (resumable && existsSync(left))
        output.note(`what is done is kept in ${left} · to go on: the same command with --resume`);
      throw error;
    }
  },
});

function unseenWarning(rows: number, byColumn: Readonly<Record<string, number>>): string {
  const columns = Object.entries(byColumn).map(([name, cells]) => `${name} (${cells})`);
  return `levels the model never saw count as missing in ${rows} rows · ${columns.join(', ')} · see unseen_levels in the output`;
}
