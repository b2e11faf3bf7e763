import { z } from 'zod';

const numbers = z.array(z.number()).min(1);

/** How an ensemble makes one prediction of those of its members. */
export const combinerSchema = z.discriminatedUnion('method', [
  /** The mean of the members' predictions. */
  z.object({ method: z.literal('average'), weights: numbers }),
  /** The weighted mean; weights that are not negative and sum to 1. */
  z.object({ method: z.literal('weighted'), weights: numbers }),
  /**
   * A linear model of the members' logits (binary), log-probabilities (multiclass: of the first
   * member's classes, then the second's …) or values (regression): one row of coefficients per
   * output.
   */
  z.object({
    method: z.literal('stacked'),
    intercepts: numbers,
    coefficients: z.array(numbers).min(1),
  }),
]);

export type Combiner = Readonly<z.infer<typeof combinerSchema>>;
