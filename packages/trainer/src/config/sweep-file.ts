import { z } from 'zod';
import { tasks } from '../metrics/index.ts';
import { contractSchema } from './contract-section.ts';
import { imbalanceSchemas } from './imbalance-sections.ts';
import { ensembleSchema } from './ensemble-section.ts';
import { paramsSchema, searchSchema, spaceSchema, splitSchema, variantSchema } from './sections.ts';

const column = z.string().min(1);
const columns = z.array(column).default([]);
const level = z.union([z.number(), z.string()]);

const checkSchema = z.strictObject({
  min: z.number().optional().describe('Smallest value, included.'),
  max: z.number().optional().describe('Largest value, included.'),
  type: z
    .enum(['integer', 'number', 'categorical'])
    .optional()
    .describe('What the column must have been read as.'),
  max_missing: z.number().min(0).max(1).optional().describe('Largest share of missing cells.'),
  unique: z.boolean().optional().describe('No value twice.'),
  allowed: z.array(level).min(1).optional().describe('The only values.'),
});

/** Names of variants become parts of run names and lists on the command line. */
const variantName = z.string().regex(/^[A-Za-z_][\w.-]*$/);

/** MLflow refuses these characters in the name of a registered model. */
const modelName = z.string().regex(/^[^/:]+$/);

/** The sweep file as a user writes it: the one schema that checks it, and its documentation. */
export const sweepFileSchema = z
  .strictObject({
    name: z.string().min(1).describe('Name of the experiment.'),
    source: z
      .string()
      .min(1)
      .describe(
        'The table: a CSV or Parquet file relative to this file, sqlite:path.db, postgres://user@host/database, or env:NAME for what that variable holds.',
      ),
    query: z
      .string()
      .min(1)
      .optional()
      .describe(
        'What to read of a database: a table, or a SELECT with ORDER BY. On a Parquet file: a SELECT from the view source.',
      ),
    contract: contractSchema
      .optional()
      .describe(
        'What the source gave first is kept as a contract, and later pulls are held to it. Databases and queries always have one.',
      ),
    target: column.describe('Column to predict.'),
    task: z
      .enum(tasks)
      .default('binary')
      .describe('What the target is: two classes, several classes, or a number.'),
    positive_class: z
      .union([z.number(), z.string()])
      .optional()
      .describe("The target's value that counts as positive."),
    exposure: column
      .optional()
      .describe(
        'Column of exposure, above 0: no feature, but its logarithm is the base margin. For objectives with a log link.',
      ),
    drop: columns.describe('Columns that are left out.'),
    categorical: columns.describe('Columns whose values are categories, numbers included.'),
    sensitive: columns.describe('Columns such as age or gender, for which sensitive_use holds.'),
    sensitive_use: z
      .enum(['warn', 'slices_only'])
      .default('warn')
      .describe(
        'warn: train on sensitive columns and say so. slices_only: keep them out of the model.',
      ),
    duplicates: z
      .enum(['keep', 'drop', 'fail'])
      .default('keep')
      .describe('What to do with repeated rows.'),
    checks: z.record(column, checkSchema).default({}).describe('What must hold for columns.'),
    split: splitSchema.prefault({}).describe('How rows are divided into training and test part.'),
    search: searchSchema.prefault({}).describe('How hyperparameters are searched.'),
    params: paramsSchema.default({}).describe('XGBoost parameters that all trials share.'),
    space: spaceSchema.default({}).describe('XGBoost parameters that are drawn for every trial.'),
    resample: imbalanceSchemas.resample
      .optional()
      .describe('How rows are added or left out, in the training part of each fold only.'),
    class_weight: imbalanceSchemas.class_weight
      .optional()
      .describe('balanced, or a weight for classes by name: how much a row counts in a fit.'),
    calibration: imbalanceSchemas.calibration
      .optional()
      .describe('How scores become probabilities, on rows that neither train nor test.'),
    threshold: imbalanceSchemas.threshold
      .optional()
      .describe('Above which probability a row is decided positive. Left out: 0.5.'),
    variants: z
      .record(variantName, variantSchema)
      .default({ default: {} })
      .describe('Each one is searched, tested and recorded; a variant overrides what it names.'),
    ensembles: z
      .record(variantName, ensembleSchema)
      .optional()
      .describe('Several variants scored as one model; each is recorded like a variant.'),
    model: z
      .strictObject({ name: modelName.describe('Name in the model registry.') })
      .optional()
      .describe('The registered model: model.name, or else the name of the experiment.'),
  })
  .describe('A sweep of XGBoost experiments.');

export type SweepFile = z.infer<typeof sweepFileSchema>;

/** JSON Schema (draft 2020-12) of the sweep file, for editors. */
export function toJsonSchema(): object {
  return z.toJSONSchema(sweepFileSchema, { io: 'input' });
}
