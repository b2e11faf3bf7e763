import { z } from 'zod';
import { metricNames } from '../../metrics/index.ts';
import type { MetricName } from '../../metrics/index.ts';

const metric = z.enum(metricNames as [MetricName, ...MetricName[]]);
const amount = z.number().min(0);

/** The policy file as a user writes it: the one schema that checks it, and its documentation. */
export const policySchema = z
  .strictObject({
    metric: metric
      .optional()
      .describe('Metric that decides. Default: the one that the version was chosen by.'),
    rows: z
      .strictObject({
        min: z.int().min(2).default(30).describe('Fewer rows to compare on refuse.'),
        min_unseen: z
          .int()
          .min(2)
          .default(200)
          .describe(
            'So many test rows that neither model was trained on are preferred to all test rows of the candidate.',
          ),
      })
      .prefault({})
      .describe('Rows to compare on.'),
    bootstrap: z
      .strictObject({
        resamples: z
          .int()
          .min(100)
          .max(100_000)
          .default(1000)
          .describe('Resamples of the rows, the same for both models.'),
        level: z
          .number()
          .min(0.5)
          .max(0.999)
          .default(0.95)
          .describe('Confidence of the interval of the gain.'),
        seed: z
          .int()
          .min(0)
          .max(2 ** 32 - 1)
          .default(0)
          .describe('Seed of the resamples.'),
      })
      .prefault({})
      .describe('How the noise is measured.'),
    min_gain: z
      .strictObject({
        absolute: amount.default(0).describe('A smaller gain is no gain.'),
        relative: amount
          .default(0)
          .describe("The same as a share of the champion's value: 0.01 asks for 1 % more."),
      })
      .prefault({})
      .describe('What counts as better, once the interval lies above zero.'),
    max_loss: z
      .strictObject({
        absolute: amount.optional().describe('A larger loss is worse, within noise or not.'),
        relative: amount.optional().describe("The same as a share of the champion's value."),
      })
      .prefault({})
      .describe('What counts as worse even where the interval reaches above zero.'),
    within_noise: z
      .enum(['promote', 'refuse'])
      .default('promote')
      .describe('What to do when the rows cannot tell the two apart.'),
    champion_unloadable: z
      .enum(['promote', 'refuse'])
      .default('refuse')
      .describe('What to do when the champion cannot be loaded or scored.'),
    require: z
      .partialRecord(metric, z.number())
      .default({})
      .describe(
        'Bounds that the candidate must reach, champion or not: at least; at most where less is better; as near to 1 for ae_ratio.',
      ),
    slices: z
      .strictObject({
        columns: z.array(z.string().min(1)).default([]).describe('Columns to compare by.'),
        sensitive: z
          .boolean()
          .default(true)
          .describe("Also by the columns under sensitive of the candidate's sweep file."),
        min_rows: z.int().min(2).default(100).describe('Smaller slices are shown, not judged.'),
        max_drop: amount.default(0.05).describe('A slice may lose so much of the metric.'),
        beyond_noise: z
          .boolean()
          .default(true)
          .describe('Only a loss whose interval lies below zero counts; false: the number alone.'),
      })
      .prefault({})
      .describe('No part of the rows may get much worse.'),
  })
  .describe('When a model version may become the champion.');

export type PromotionPolicy = z.infer<typeof policySchema>;

/** Not worse than the champion beyond noise, in no slice: what holds without a policy file. */
export const defaultPolicy: PromotionPolicy = policySchema.parse({});

/** JSON Schema (draft 2020-12) of the policy file, for editors. */
export function policyJsonSchema(): object {
  return z.toJSONSchema(policySchema, { io: 'input' });
}
