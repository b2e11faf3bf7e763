import { z } from 'zod';
import { calibrationSchema } from '../calibration/calibration-schema.ts';
import { ensembleRecord } from '../ensemble/ensemble-record.ts';
import { thresholdRule } from './threshold-rule.ts';

const classLabel = z.union([z.string(), z.number()]);

/** `xgflow/model.json`: what MLflow's files do not say. */
export const modelRecord = z.object({
  /**
   * 2 where a reader of version 1 would predict other numbers: with an exposure, a calibration, or
   * several models.
   */
  version: z.union([z.literal(1), z.literal(2)]),
  /** SHA-256 of the model file, or of what is said of an ensemble's members; hexadecimal. */
  modelSha256: z.string().regex(/^[0-9a-f]{64}$/),
  objective: z.string(),
  /** Numbers per row of a prediction. */
  outputs: z.int().min(1),
  rounds: z.int().min(0),
  target: z.object({
    name: z.string(),
    task: z.enum(['binary', 'multiclass', 'regression']).optional(),
    classes: z.array(classLabel).min(2).optional(),
  }),
  /** Absent for one model. */
  ensemble: ensembleRecord.optional(),
  exposure: z.string().min(1).optional(),
  calibration: calibrationSchema.optional(),
  threshold: z.number().min(0).max(1).nullable(),
  thresholdRule: thresholdRule.optional(),
  metrics: z.record(z.string(), z.number()),
  metricsSource: z.string().nullable(),
  libraries: z.object({ xgflow: z.string(), xgboost: z.string(), node: z.string() }),
});

export type ModelRecord = z.infer<typeof modelRecord>;
