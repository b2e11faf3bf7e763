import path from 'node:path';
import { defineCommand } from '../command.ts';
import { UsageError } from '../errors/usage-error.ts';
import { integer } from '../options/integer.ts';
import { nameList } from '../options/name-list.ts';
import { resolveModelOption } from '../options/resolve-model.ts';
import { threshold } from '../options/threshold.ts';
import { trackingOptions } from '../options/tracking-options.ts';

const file = { type: 'string', requiresArg: true, demandOption: true } as const;

/** `xgflow predict`: a CSV file in, a CSV file of predictions out. */
export const command = defineCommand({
  options: {
    ...trackingOptions,
    model: {
      ...file,
      describe: 'models:/name@alias, models:/name/version, runs:/id/model, or a model directory',
    },
    input: { ...file, describe: "CSV file with the model's features; other columns are ignored" },
    output: {
      ...file,
      describe:
        'CSV file to write: row,probability,prediction,unseen_levels; of several classes a probability each, of a regression none',
    },
    keep: {
      type: 'string',
      requiresArg: true,
      coerce: nameList('keep'),
      describe: 'Columns of the input to copy into the output, with commas',
    },
    threshold: {
      requiresArg: true,
      coerce: threshold,
      describe: "Probability above which a row is positive. Default: the model's own",
    },
    overwrite: { type: 'boolean', describe: 'Replace an output file that exists' },
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
  ],
  async run(args, context) {
    const { output, signal, cwd } = context;
    const [input, scores] = [path.resolve(cwd, args.input), path.resolve(cwd, args.output)];
    const resolved = await output.during('fetching the model', () =>
      resolveModelOption(args.model, args, context),
    );
    const { Predictor } = await import('@xgflow/model');
    const { scoreCsv } = await import('@xgflow/serving');
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
      const scored = await scoreCsv({
        predictor,
        input,
        output: scores,
        keep: args.keep ?? [],
        overwrite: args.overwrite ?? false,
        onProgress: ({ rows }) => {
          progress.update(rows);
        },
        signal,
      });
      progress.stop();
      const { rows, positives, unseenRows, unseenByColumn } = scored;
      output.result(
        {
          output: scores,
          rows,
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
        () => `${rows} rows scored, written to ${args.output}`,
      );
      if (unseenRows > 0) output.warn(unseenWarning(unseenRows, unseenByColumn));
      return undefined;
    } finally {
      progress.stop();
    }
  },
});

function unseenWarning(rows: number, byColumn: Readonly<Record<string, number>>): string {
  const columns = Object.entries(byColumn).map(([name, cells]) => `${name} (${cells})`);
  return `levels the model never saw count as missing in ${rows} rows · ${columns.join(', ')} · see unseen_levels in the output`;
}
