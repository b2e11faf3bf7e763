import { z } from 'zod';
import { metricNames } from '../metrics/index.ts';
import type { MetricName } from '../metrics/index.ts';
import { distributionProblem } from '../search/index.ts';
import { evalMetricNames, isEvalMetric } from './eval-metrics.ts';
import { imbalanceSchemas } from './imbalance-sections.ts';
import { suggest } from './suggest.ts';

const seed = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);

const evalMetric = z.string().refine(isEvalMetric, {
  error: ({ input }) => {
    const name = String(input);
    return `${name} is no evaluation metric of XGBoost · ${suggest(name, evalMetricNames)}`;
  },
});

/** How rows are divided into a training and a test part. */
export const splitSchema = z.strictObject({
  test_size: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.2)
    .describe('Share of the rows that becomes the test part, rounded up to whole rows.'),
  seed: seed.default(0).describe("scikit-learn's random_state of train_test_split."),
  stratify: z.boolean().default(false).describe('Keep the shares of the classes in both parts.'),
});

const earlyStoppingSchema = z.strictObject({
  metric: evalMetric.describe(
    "XGBoost's evaluation metric, watched on the fold's own validation part.",
  ),
  rounds: z.int().min(1).describe('Stop after so many rounds without improvement.'),
});

/** How hyperparameters are searched: trials scored by cross-validation on the training part. */
export const searchSchema = z.strictObject({
  method: z
    .enum(['random'])
    .default('random')
    .describe('How the draws are made: each on its own, at random.'),
  trials: z.int().min(1).max(100_000).default(100).describe('Draws from the space, per variant.'),
  folds: z.int().min(2).max(100).default(5).describe('Folds of the cross-validation.'),
  scoring: z
    .enum(metricNames as unknown as readonly [MetricName])
    .optional()
    .describe(
      'Metric of the task by which trials are compared; its direction is known. Default: roc_auc; log_loss for multiclass, rmse for regression.',
    ),
  seed: seed.default(0).describe('Fixes the draws, and the booster unless params.seed is given.'),
  early_stopping: earlyStoppingSchema
    .optional()
    .describe('When a fit ends before n_estimators rounds. Left out: never.'),
});

const scalar = z.union([z.number(), z.string(), z.boolean()]);

/**
 * An XGBoost parameter that all trials share, by its XGBoost name; n_estimators is the number of rounds. Lists and
 * mappings are for eval_metric and the constraints.
 */
const fixedParam = z.union([
  scalar,
  z.array(z.union([scalar, z.array(z.union([z.number(), z.string()]))])),
  z.record(z.string(), z.number()),
]);

const bounds = z.tuple([z.number(), z.number()]);

/** How one parameter is drawn. */
const distributionSchema = z
  .union([
    z.strictObject({ int: bounds }).describe('Whole numbers, both bounds included.'),
    z.strictObject({ uniform: bounds }).describe('Numbers, evenly, both bounds included.'),
    z.strictObject({ log_uniform: bounds }).describe('Numbers, evenly on a log scale, above 0.'),
    z.strictObject({ choice: z.array(scalar) }).describe('One of the values.'),
  ])
  .superRefine((distribution, context) => {
    const problem = distributionProblem(distribution);
    if (problem !== undefined) {
      context.addIssue({ code: 'custom', message: problem });
    }
  });

export const paramsSchema = z.record(z.string(), fixedParam);
export const spaceSchema = z.record(z.string(), distributionSchema);

/** What a variant changes: null removes a key, so that its default (or nothing) stands. */
export const variantSchema = z
  .strictObject({
    split: z
      .strictObject({
        test_size: splitSchema.shape.test_size.unwrap().nullish(),
        seed: splitSchema.shape.seed.unwrap().nullish(),
        stratify: splitSchema.shape.stratify.unwrap().nullish(),
      })
      .optional(),
    search: z
      .strictObject({
        method: searchSchema.shape.method.unwrap().nullish(),
        trials: searchSchema.shape.trials.unwrap().nullish(),
        folds: searchSchema.shape.folds.unwrap().nullish(),
        scoring: searchSchema.shape.scoring.unwrap().nullish(),
        seed: searchSchema.shape.seed.unwrap().nullish(),
        early_stopping: earlyStoppingSchema.partial().nullish(),
      })
      .optional(),
    params: z.record(z.string(), fixedParam.nullable()).optional(),
    space: z.record(z.string(), distributionSchema.nullable()).optional(),
    resample: imbalanceSchemas.resample.nullish(),
    class_weight: imbalanceSchemas.class_weight.nullish(),
    calibration: imbalanceSchemas.calibration.nullish(),
    threshold: imbalanceSchemas.threshold.nullish(),
  })
  .nullable();

export type SplitSection = z.infer<typeof splitSchema>;
/** `scoring` has its task's default. */
export type SearchSection = z.infer<typeof searchSchema> & { scoring: MetricName };
export type FixedParams = z.infer<typeof paramsSchema>;
