import { z } from 'zod';

/** How a threshold was chosen: a plain record; what else is in it depends on `by`. */
export const thresholdRule = z
  .object({ by: z.enum(['fixed', 'f1', 'cost', 'capacity']) })
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.null()]));

export type ThresholdRule = Readonly<z.infer<typeof thresholdRule>>;
