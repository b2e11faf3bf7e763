import type { Difference, DifferenceKind } from './difference.ts';
import type { RecordedTrial } from './recorded-trials.ts';

/** What a variant came to, whether read from its run or made again. */
export interface Outcome {
  /** As MLflow holds them: text. */
  readonly params: Readonly<Record<string, string>>;
  /** Of the trials that were rerun, by index. */
  readonly trials: readonly RecordedTrial[];
  readonly bestTrial: number;
  /** With the last value of each learning curve. */
  readonly metrics: Readonly<Record<string, number>>;
  /** sha256 of the model's bytes, hex. */
  readonly modelDigest: string;
}

/**
 * Everything of the rerun that is not as recorded; what only the run carries (a param added by hand) does not
 * count. Pure.
 *
 * @param tolerance largest absolute difference of scores and metrics that is none; 0: equal to the last bit
 */
export function outcomeDifferences(
  recorded: Outcome,
  now: Outcome,
  tolerance: number,
): Difference[] {
  const compare = (
    kind: DifferenceKind,
    name: string,
    then: string | number | undefined,
    here: string | number | undefined,
  ): Difference[] =>
    isSame(then, here, tolerance)
      ? []
      : [{ kind, name, recorded: then ?? null, now: here ?? null }];
  const before = new Map(recorded.trials.map((trial) => [trial.index, trial]));
  return [
    ...Object.entries(now.params).flatMap(([name, value]) =>
      compare('param', name, recorded.params[name], value),
    ),
    ...compare('model', 'model sha256', recorded.modelDigest, now.modelDigest),
    ...compare('trial', 'best trial', recorded.bestTrial, now.bestTrial),
    ...now.trials.flatMap((trial) => trialDifferences(before.get(trial.index), trial, compare)),
    ...Object.entries(now.metrics).flatMap(([name, value]) =>
      compare('metric', name, recorded.metrics[name], value),
    ),
  ];
}

type Compare = (
  kind: DifferenceKind,
  name: string,
  then: string | number | undefined,
  here: string | number | undefined,
) => Difference[];

function trialDifferences(
  then: RecordedTrial | undefined,
  here: RecordedTrial,
  compare: Compare,
): Difference[] {
  const folds = Math.max(then?.foldScores.length ?? 0, here.foldScores.length);
  const perFold = Array.from({ length: folds }, (_, fold) => [
    ...compare(
      'trial',
      `trial ${here.index} score of fold ${fold}`,
      then?.foldScores[fold],
      here.foldScores[fold],
    ),
    ...compare(
      'trial',
      `trial ${here.index} rounds of fold ${fold}`,
      then?.foldRounds[fold],
      here.foldRounds[fold],
    ),
  ]);
  return [
    ...compare('trial', `trial ${here.index} error`, then?.error, here.error),
    ...perFold.flat(),
  ];
}

function isSame(
  then: string | number | undefined,
  here: string | number | undefined,
  tolerance: number,
): boolean {
  if (typeof then !== 'number' || typeof here !== 'number') return then === here;
  if (Number.isNaN(then) || Number.isNaN(here)) return Number.isNaN(then) && Number.isNaN(here);
  return then === here || Math.abs(then - here) <= tolerance;
}
