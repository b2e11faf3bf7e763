import { z } from 'zod';

/** Several variants scored as one model. */
export const ensembleSchema = z.strictObject({
  of: z
    .union([z.literal('all'), z.array(z.string()).min(2)])
    .default('all')
    .describe('Its variants, at least two, all with the same split; or all.'),
  method: z
    .enum(['average', 'weighted', 'stacked'])
    .default('average')
    .describe(
      'average: the mean. weighted: weights of least loss on out-of-fold scores. stacked: a logistic regression (ridge for values) on them.',
    ),
});

/** An ensemble with its variants named. */
export interface ResolvedEnsemble {
  readonly of: readonly string[];
  readonly method: z.infer<typeof ensembleSchema>['method'];
}
