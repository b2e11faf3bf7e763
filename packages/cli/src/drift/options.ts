import { coolDown } from '../options/cool-down.ts';
import { decimal } from '../options/decimal.ts';
import { integer } from '../options/integer.ts';
import { trackingOptions } from '../options/tracking-options.ts';

const text = { type: 'string', requiresArg: true } as const;

/** The options of `xgflow drift`. */
export const driftOptions = {
  ...trackingOptions,
  model: {
    ...text,
    demandOption: true,
    describe: 'models:/name@alias, models:/name/version, runs:/id/model, or a model directory',
  },
  current: {
    ...text,
    demandOption: true,
    describe: "CSV file of new data with the model's features; other columns are ignored",
  },
  labels: {
    ...text,
    describe: 'Column of the true target, as far as it is known: compares how predictions came out',
  },
  metric: {
    ...text,
    describe: 'Metric to watch with --labels. Default: roc_auc, log_loss or rmse',
  },
  reference: {
    ...text,
    describe: 'CSV file to compare with. Default: the profile that is stored with the model',
  },
  html: { ...text, describe: 'Write the report as one self-contained HTML file' },
  experiment: {
    ...text,
    describe: "MLflow experiment to record in. Default: that of the model's run",
  },
  tracking: {
    type: 'boolean',
    default: true,
    describe: 'Record metrics and report in MLflow; --no-tracking does not',
  },
  'cool-down': {
    requiresArg: true,
    default: '7d',
    coerce: coolDown,
    describe: 'Suggest a retraining at most once in this time: 7d, 12h, 0 for always',
  },
  alpha: {
    requiresArg: true,
    default: 0.005,
    coerce: decimal('alpha', 1e-9, 0.5),
    describe: 'Probability of any false alarm in a report',
  },
  'psi-warning': {
    requiresArg: true,
    default: 0.1,
    coerce: decimal('psi-warning', 0, 100),
    describe: 'PSI from which on a change is a warning',
  },
  'psi-drift': {
    requiresArg: true,
    default: 0.25,
    coerce: decimal('psi-drift', 0, 100),
    describe: 'PSI from which on a change is drift',
  },
  'min-rows': {
    requiresArg: true,
    default: 30,
    coerce: integer('min-rows', 10, 1_000_000),
    describe: 'Fewer rows are too few to tell (exit 12)',
  },
  threads: {
    requiresArg: true,
    default: 1,
    coerce: integer('threads', 1, 1024),
    describe: 'Threads that predict',
  },
} as const;
