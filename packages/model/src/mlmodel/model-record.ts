import { z } from 'zod';

const classLabel = z.union([z.string(), z.number()]);

/** `xgflow/model.json`: what MLflow's files do not say. */
export const modelRecord = z.object({
  version: z.literal(1),
  /** SHA-256 of the model file, hexadecimal. */
  modelSha256: z.string().regex(/^[0-9a-f]{64}$/),
  objective: z.string(),
  /** Numbers per row of a prediction. */
  outputs: z.int().min(1),
  rounds: z.int().min(0),
  target: z.object({
    name: z.string(),
    classes: z.tuple([classLabel, classLabel]).optional(),
  }),
  threshold: z.number().min(0).max(1).nullable(),
  metrics: z.record(z.string(), z.number()),
  metricsSource: z.string().nullable(),
  libraries: z.object({ xgflow: z.string(), xgboost: z.string(), node: z.string() }),
});

export type ModelRecord = z.infer<typeof modelRecord>;
