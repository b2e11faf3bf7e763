import { z } from 'zod';

const seed = z
  .int()
  .min(0)
  .max(2 ** 32 - 1)
  .default(0);

/** How the rows that a model is fitted on are resampled: in each fold its training part, never what is judged. */
const resampleSchema = z.strictObject({
  method: z
    .enum(['none', 'random_over', 'random_under', 'smote', 'smote_nc'])
    .describe('How rows are added or left out: the samplers of imbalanced-learn.'),
  ratio: z
    .union([z.literal('auto'), z.number()])
    .default('auto')
    .superRefine((ratio, context) => {
      if (ratio === 'auto' || (ratio > 0 && ratio <= 1)) return;
      const message = `${ratio} is no ratio of classes · give a number above 0, at most 1, or auto`;
      context.addIssue({ code: 'custom', message });
    })
    .describe(
      'Rows of the smaller class for each of the larger one afterwards. auto: as many in all classes.',
    ),
  neighbors: z
    .int()
    .min(1)
    .max(1000)
    .default(5)
    .describe('Nearest neighbours among which smote and smote_nc draw.'),
  seed: seed.describe("imbalanced-learn's random_state."),
});

/** How much a row counts in a fit, by its class. */
const classWeightSchema = z.union([z.literal('balanced'), z.record(z.string(), z.number().gt(0))]);

/** How scores become probabilities, fitted on rows that neither train the model nor test it. */
export const calibrationSchema = z.strictObject({
  method: z
    .enum(['platt', 'isotonic'])
    .describe('platt: a logistic curve of the log-odds. isotonic: a rising step function.'),
  rows: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.2)
    .describe('Share of the training part that calibrates and does not train.'),
  seed: seed.describe('Which rows: random_state of a stratified train_test_split.'),
});

const cost = z.number().min(0);

/** By what the threshold is chosen above which a row is decided positive. */
const thresholdSchema = z
  .strictObject({
    by: z
      .enum(['fixed', 'f1', 'cost', 'capacity'])
      .describe('A number, the best F1, the lowest cost, or how many rows can be reviewed.'),
    value: z.number().min(0).max(1).optional().describe('by: fixed. The threshold.'),
    cost: z
      .strictObject({
        false_positive: cost.describe('Of a negative row that is decided positive.'),
        false_negative: cost.describe('Of a positive row that is missed.'),
      })
      .optional()
      .describe('by: cost. In any unit.'),
    capacity: z
      .union([z.number(), z.strictObject({ rows: z.number().gt(0), per: z.number().gt(0) })])
      .optional()
      .describe(
        'by: capacity. Largest share of rows to decide positive, or so many rows per so many.',
      ),
  })
  .superRefine(({ by, value, cost: costs, capacity }, context) => {
    const given = { value, cost: costs, capacity };
    const needed = ({ fixed: 'value', cost: 'cost', capacity: 'capacity' } as const)[by as string];
    if (needed !== undefined && given[needed] === undefined) {
      const message = `by: ${by} needs ${needed} · add it`;
      context.addIssue({ code: 'custom', message });
    }
    for (const [key, part] of Object.entries(given)) {
      if (part === undefined || key === needed) continue;
      const message = `by: ${by} has no use for it · remove it, or say by: ${byOf[key] ?? key}`;
      context.addIssue({ code: 'custom', path: [key], message });
    }
    if (costs?.false_positive === 0 && costs.false_negative === 0) {
      const message = 'all mistakes are free · give a cost above 0';
      context.addIssue({ code: 'custom', path: ['cost'], message });
    }
    const share = shareOf(capacity);
    if (share !== undefined && !(share > 0 && share <= 1)) {
      const message = `${share} is no share of rows · give a number above 0, at most 1, or { rows, per }`;
      context.addIssue({ code: 'custom', path: ['capacity'], message });
    }
  });

const byOf: Readonly<Record<string, string>> = {
  value: 'fixed',
  cost: 'cost',
  capacity: 'capacity',
};

export type ResampleSection = z.infer<typeof resampleSchema>;
export type ClassWeightSection = z.infer<typeof classWeightSchema>;
export type CalibrationSection = z.infer<typeof calibrationSchema>;
export type ThresholdSection = z.infer<typeof thresholdSchema>;

/** The share of rows that a capacity allows. */
export function shareOf(capacity: ThresholdSection['capacity']): number | undefined {
  return typeof capacity === 'object' ? capacity.rows / capacity.per : capacity;
}

/** The sections about classes of different size; a variant's takes the place of the file's, null removes it. */
export const imbalanceSchemas = {
  resample: resampleSchema,
  class_weight: classWeightSchema,
  calibration: calibrationSchema,
  threshold: thresholdSchema,
};
