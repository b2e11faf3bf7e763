import { z } from 'zod';

const platt = z.object({
  method: z.literal('platt'),
  slope: z.number(),
  intercept: z.number(),
});

const isotonic = z
  .object({
    method: z.literal('isotonic'),
    x: z.array(z.number()).min(1),
    y: z.array(z.number().min(0).max(1)).min(1),
  })
  .refine(({ x, y }) => x.length === y.length, { error: 'x and y are not of one length' })
  .refine(({ x }) => x.every((value, at) => at === 0 || value > (x[at - 1] ?? 0)), {
    error: 'x does not increase',
  });

/** A calibration as `xgflow/model.json` holds it. */
export const calibrationSchema = z.discriminatedUnion('method', [platt, isotonic]);
