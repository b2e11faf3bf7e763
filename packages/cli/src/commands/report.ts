import path from 'node:path';
import { defineCommand } from '../command.ts';
import { connect } from '../options/connect.ts';
import { sweepSelectionOptions } from '../options/sweep-selection-options.ts';
import { trackingOptions } from '../options/tracking-options.ts';
import { refuseTaken, writeNewFile } from '../output/new-file.ts';
import type { NewFile } from '../output/new-file.ts';
import { renderReport, reportAnswer } from '../report/summary.ts';

/** `xgflow report`: what a sweep found, for people who decide, as one HTML file. */
export const command = defineCommand({
  options: {
    ...trackingOptions,
    experiment: sweepSelectionOptions.experiment,
    sweep: {
      ...sweepSelectionOptions.sweep,
      describe: 'latest (finished), or the id of a sweep',
    },
    sort: {
      type: 'string',
      requiresArg: true,
      describe:
        'Metric that says which variant is the best: f1 means test_f1; cv_f1 is possible. Default: f1; f1_macro of several classes, mape of a regression',
    },
    output: {
      type: 'string',
      requiresArg: true,
      describe: 'The file to write. Default: report-<sweep>.html here',
    },
    force: { type: 'boolean', default: false, describe: 'Replace a file that exists' },
  },
  examples: [
    ['$0 report', 'the latest finished sweep'],
    ['$0 report --sort cv_f1 --output report.html', 'the variant that cross-validation chooses'],
    ['$0 report --sort ae_ratio', 'a regression: the variant whose total is closest to what came'],
    ['$0 report --experiment claims --sweep 20261123-200601-093a', 'an earlier sweep'],
  ],
  async run(args, context) {
    const { briefingPage, metricKey, readBriefing, readSweeps } = await import('@xgflow/trainer');
    const metric = args.sort === undefined ? undefined : metricKey(args.sort);
    const { output, cwd } = context;
    const placeFor = (id: string): NewFile => {
      const shown = args.output ?? `report-${id}.html`;
      return { file: path.resolve(cwd, shown), shown, option: '--output' };
    };
    if (args.output !== undefined) await refuseTaken(placeFor(''), args);
    const { client, links } = await connect(args, context, { endsAtOnce: true });
    const { experiment, runs, sweepIds } = await readSweeps(client, {
      experiment: args.experiment,
      sweep: args.sweep,
    });
    const [sweepId = ''] = sweepIds;
    const briefing = await readBriefing(client, {
      experimentId: experiment.experiment_id,
      experiment: experiment.name,
      sweepId,
      metric,
      task: runs[0]?.task ?? 'binary',
    });
    const page = await output.during('drawing the report', () => briefingPage(briefing));
    const place = placeFor(sweepId);
    await writeNewFile(place, page, args);
    const { file } = place;
    output.result(reportAnswer(briefing, file, page), () =>
      renderReport(briefing, { file, links }),
    );
    return undefined;
  },
});
