import { createHash } from 'node:crypto';
import path from 'node:path';
import { defineCommand } from '../command.ts';
import { driftAnswer } from '../drift/answer.ts';
import { checkDriftArguments } from '../drift/check-arguments.ts';
import { metricEvaluation } from '../drift/evaluate.ts';
import { driftOptions } from '../drift/options.ts';
import { outcomeAnswer, outcomeLines } from '../drift/outcome.ts';
import { recordDrift } from '../drift/record.ts';
import { referenceProfile } from '../drift/reference.ts';
import { suggestRetraining } from '../drift/suggestion.ts';
import { renderDrift } from '../drift/summary.ts';
import { writeReport } from '../drift/write-report.ts';
import { exitCodes } from '../exit-codes.ts';
import { resolveModelOption } from '../options/resolve-model.ts';

const exitOf = {
  ok: exitCodes.ok,
  warning: exitCodes['drift-warning'],
  drift: exitCodes.drift,
  'too-little-data': exitCodes['too-little-data'],
} as const;

/** `xgflow drift`: new data against what the model was trained on. */
export const command = defineCommand({
  options: driftOptions,
  examples: [
    [
      '$0 drift --model models:/credit_model@champion --current new.csv',
      'has the data changed since the champion was trained?',
    ],
    [
      '$0 drift --model models:/credit_model@champion --current new.csv --labels fraud --html drift.html',
      'with the outcomes that are known by now, and a report to send round',
    ],
    [
      '$0 drift --model ./model --reference train.csv --current new.csv',
      'a model that holds no reference profile, such as one of Python',
    ],
  ],
  async run(args, context) {
    const { output, signal, cwd } = context;
    checkDriftArguments(args);
    const levels = { warning: args.psiWarning, drift: args.psiDrift };
    const current = path.resolve(cwd, args.current);
    const resolved = await output.during('fetching the model', () =>
      resolveModelOption(args.model, args, context),
    );
    const { Predictor } = await import('@xgflow/model');
    const { fileDigest } = await import('@xgflow/data');
    const { detectDrift, renderDriftHtml } = await import('@xgflow/serving');
    using predictor = await Predictor.load(resolved.directory, { threads: args.threads });
    const evaluate =
      args.labels === undefined
        ? undefined
        : await metricEvaluation(predictor.info, args.metric, signal);
    const watched = {
      predictor,
      ...(args.labels === undefined ? {} : { labels: args.labels }),
      ...(evaluate ? { evaluate } : {}),
      signal,
    };
    const { profile, name: reference } = await referenceProfile(
      { ...watched, directory: resolved.directory, file: args.reference },
      context,
    );
    const progress = output.progress({ label: 'rows' });
    const report = await detectDrift({
      ...watched,
      profile,
      current,
      levels,
      alpha: args.alpha,
      minRows: args.minRows,
      onProgress: ({ rows }) => {
        progress.update(rows);
      },
    }).finally(() => {
      progress.stop();
    });

    const html = renderDriftHtml(report, {
      model: args.model,
      ...(resolved.version === undefined ? {} : { version: resolved.version }),
      current: path.basename(current),
      reference,
      when: new Date(),
    });
    const model = {
      uri: args.model,
      name: resolved.name ?? null,
      version: resolved.version ?? null,
      run_id: resolved.runId ?? null,
      model_id: resolved.modelId ?? null,
    };
    const answer = driftAnswer(report, { model, current: path.basename(current), reference });
    const written =
      args.html === undefined
        ? undefined
        : await writeReport(path.resolve(cwd, args.html), html, current);
    const settings = {
      labels: args.labels ?? '',
      metric: args.metric ?? '',
      alpha: String(args.alpha),
      psi_levels: `${levels.warning} ${levels.drift}`,
      min_rows: String(args.minRows),
    };
    const profileDigest = createHash('sha256').update(JSON.stringify(profile)).digest('hex');
    const recorded = args.tracking
      ? await output.during('recording in MLflow', async () =>
          recordDrift(
            {
              report,
              html,
              json: answer,
              resolved,
              current,
              content: [
                predictor.info.sha256,
                profileDigest,
                await fileDigest(current),
                ...Object.values(settings),
              ],
              params: settings,
            },
            args,
            context,
          ),
        )
      : undefined;
    const suggestion =
      report.status === 'drift'
        ? await suggestRetraining(
            {
              resolved,
              current,
              labelled: args.labels !== undefined,
              coolDownMs: args.coolDown,
              now: new Date(),
            },
            args,
            context,
          )
        : undefined;
    const outcome = { written, recorded, suggestion };
    output.result({ ...answer, ...outcomeAnswer(outcome) }, () =>
      [renderDrift(report, output), ...outcomeLines(outcome, args.tracking)].join('\n'),
    );
    return exitOf[report.status];
  },
});
