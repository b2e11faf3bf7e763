import type { ParamValue } from '../../search/index.ts';
import type { TrialPoint } from '../trial-point.ts';

/** A trial with one column for each parameter that any trial has; null where this one has none. */
export type TrialRow = Readonly<
  { variant: string; trial: number; score: number | null } & Record<string, ParamValue | null>
>;

/** A parameter of a trial, with the trial's score. */
export type ParameterRow = Readonly<{
  variant: string;
  trial: number;
  parameter: string;
  value: ParamValue;
  score: number;
}>;

/** The names of all parameters that were drawn, sorted. */
export function parameterNames(trials: readonly TrialPoint[]): string[] {
  return [...new Set(trials.flatMap(({ params }) => Object.keys(params)))].toSorted();
}

/** One row a trial; a failed one has no score. */
export function trialRows(trials: readonly TrialPoint[]): TrialRow[] {
  const names = parameterNames(trials);
  return trials.map(({ variant, index, score, params }) => ({
    ...Object.fromEntries(names.map((name) => [name, params[name] ?? null])),
    variant,
    trial: index,
    score: Number.isFinite(score) ? score : null,
  }));
}

/** One row for each parameter of each trial that has a score. */
export function parameterRows(trials: readonly TrialPoint[]): ParameterRow[] {
  return trials
    .filter(({ score }) => Number.isFinite(score))
    .flatMap(({ variant, index, score, params }) =>
      Object.entries(params).map(([parameter, value]) => ({
        variant,
        trial: index,
        parameter,
        value,
        score,
      })),
    );
}
