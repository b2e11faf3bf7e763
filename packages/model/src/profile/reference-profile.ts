import { z } from 'zod';

const count = z.int().min(0);
const name = z.string();

const common = {
  name,
  /** Rows that were looked at, missing ones included. */
  rows: count,
  /** Rows without a value. */
  missing: count,
};

const moments = {
  /** Of the values present; null without any. */
  mean: z.number().nullable(),
  /** Standard deviation (divided by n); null without any. */
  sd: z.number().nullable(),
};

const numericProfile = z.object({
  kind: z.literal('numeric'),
  ...common,
  ...moments,
  /** Ascending; cell i holds the values in (edge i−1, edge i], the first and the last are open. */
  edges: z.array(z.number()),
  /** Rows in each cell: one more than there are edges. */
  counts: z.array(count),
  /** The first cell of each of the (about ten) bins that PSI is computed on. */
  bins: z.array(count).min(1),
});

const discreteProfile = z.object({
  kind: z.literal('discrete'),
  ...common,
  ...moments,
  /** Every value that occurred, ascending: at most twenty. */
  values: z.array(z.number()),
  counts: z.array(count),
});

const categoricalProfile = z.object({
  kind: z.literal('categorical'),
  ...common,
  /** Rows whose level the model does not know: none, unless the reference is not the training table. */
  unseen: count,
  /** The most frequent levels, at most fifty, in the order of the codes. */
  levels: z.union([z.array(z.string()), z.array(z.number())]),
  counts: z.array(count),
  /** Rows of the model's other levels. */
  others: count,
  /** Levels that occurred in one row only: how likely an unseen one is by chance. */
  singletons: count,
});

const columnProfile = z.discriminatedUnion('kind', [
  numericProfile,
  discreteProfile,
  categoricalProfile,
]);

const outcomeBins = z.object({
  /** Rows with a label. */
  rows: count,
  /** As in a numeric profile: bins of the prediction. */
  edges: z.array(z.number()),
  counts: z.array(count),
  /** Per bin: sums over the rows of the prediction, of the label, and of its square. */
  predicted: z.array(z.number()),
  actual: z.array(z.number()),
  actualSquared: z.array(z.number()),
});

const referenceProfile = z.object({
  version: z.literal(1),
  rows: count,
  /** First 16 hex of the sha256 of the training file; null where it is unknown. */
  dataDigest: z.string().nullable(),
  /** The model's features, in its order. */
  columns: z.array(columnProfile),
  /** What the model predicted for rows that it was not trained on; null where nothing was scored. */
  predictions: z
    .object({
      /** Which rows, such as `test rows`. */
      source: z.string(),
      columns: z.array(columnProfile),
    })
    .nullable(),
  /** The target column. */
  target: columnProfile.nullable(),
  /** Predictions against labels, by bins of the prediction: calibration without a row. */
  outcomes: outcomeBins.nullable(),
  /** Metrics of the same predictions with their 95 % interval. */
  metrics: z.record(
    name,
    z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }),
  ),
});

/** A numeric column with many values: counts between frozen quantiles. */
export type NumericProfile = z.infer<typeof numericProfile>;
/** A numeric column with few values: a count for each. */
export type DiscreteProfile = z.infer<typeof discreteProfile>;
/** A categorical column: a count for each frequent level. */
export type CategoricalProfile = z.infer<typeof categoricalProfile>;
export type ColumnProfile = z.infer<typeof columnProfile>;
export type OutcomeBins = z.infer<typeof outcomeBins>;

/**
 * What the training data and the model's predictions looked like, as counts: the reference that new
 * data is compared with. No row of the data is in it.
 */
export type ReferenceProfile = z.infer<typeof referenceProfile>;

export { referenceProfile as referenceProfileSchema };
