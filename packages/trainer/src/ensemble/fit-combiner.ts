import { stackInputs } from '@xgflow/model';
import type { Combiner, ModelTask } from '@xgflow/model';
import { fitLogistic } from './fit-logistic.ts';
import { fitRidge } from './fit-ridge.ts';
import { devianceLoss, logLoss, squaredError } from './mixture-loss.ts';
import { simplexWeights } from './simplex-weights.ts';

/** How the members of an ensemble are combined. */
export type EnsembleMethod = Combiner['method'];

/** What the members said of rows that they were not fitted on. */
export interface MemberScores {
  readonly task: ModelTask;
  /** Class codes or values, one per row. */
  readonly labels: Float64Array;
  /** Numbers per row of one member. */
  readonly outputs: number;
  /** Of each member, `rows × outputs`, row by row. */
  readonly scores: readonly Float32Array[];
  /** Of a regression judged by its deviance: the power of the variance. Default: squared error. */
  readonly deviancePower?: number;
}

/**
 * The combiner of a method, found on out-of-fold scores: `average` needs none; `weighted` takes the
 * weights with the least log loss (classes), squared error or deviance (regression); `stacked` fits
 * a logistic regression, or a ridge for values.
 */
export function fitCombiner(method: EnsembleMethod, members: MemberScores): Combiner {
  const { labels, outputs, scores, task } = members;
  if (method === 'average') return { method, weights: scores.map(() => 1 / scores.length) };
  if (method === 'weighted') return { method, weights: leastLoss(members) };
  const inputs = stackInputs(task, scores, outputs);
  const models =
    task === 'regression'
      ? [fitRidge(inputs, labels)]
      : fitLogistic(inputs, labels, task === 'binary' ? 2 : outputs);
  return {
    method,
    intercepts: models.map(({ intercept }) => intercept),
    coefficients: models.map(({ coefficients }) => coefficients),
  };
}

function leastLoss({ deviancePower, labels, outputs, scores, task }: MemberScores): number[] {
  if (task === 'regression') {
    const columns = scores.map((own) => Float64Array.from(own));
    const power = deviancePower ?? 0;
    return simplexWeights(
      columns,
      power === 0 ? squaredError(labels) : devianceLoss(labels, power),
    );
  }
  // The probability that each member gives to what happened.
  const columns = scores.map((own) =>
    labels.map((label, row) => {
      if (task === 'multiclass') return own[row * outputs + label] ?? 0;
      const probability = own[row] ?? 0;
      return label === 1 ? probability : 1 - probability;
    }),
  );
  return simplexWeights(columns, logLoss);
}
