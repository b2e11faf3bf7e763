import { z } from 'zod';
import { calibrationSchema } from '../calibration/calibration-schema.ts';

/** One model of an ensemble. */
const member = z.object({
  name: z.string().min(1),
  /** Inside the directory. */
  path: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  objective: z.string(),
  rounds: z.int().min(0),
  runId: z.string().optional(),
  calibration: calibrationSchema.optional(),
  /** Of an average and a weighted mean. */
  weight: z.number().min(0).max(1).optional(),
});

const members = z.array(member).min(1);

/** How several models make one prediction; see Combiner. */
export const ensembleRecord = z.discriminatedUnion('method', [
  z.object({ method: z.enum(['average', 'weighted']), members }),
  z.object({
    method: z.literal('stacked'),
    members,
    intercepts: z.array(z.number()).min(1),
    coefficients: z.array(z.array(z.number()).min(1)).min(1),
  }),
]);

export type EnsembleRecord = z.infer<typeof ensembleRecord>;
