import type { ParamValue } from '../search/index.ts';
import type { TrialPoint } from './trial-point.ts';
import { parameterNames } from './tables/trials.ts';

/** One upright axis of the parallel coordinates: its end labels, and a place from 0 to 1 for each value. */
export interface ParallelAxis {
  readonly name: string;
  readonly low: string;
  readonly high: string;
  readonly placeOf: (trial: TrialPoint) => number | undefined;
}

/** An axis for each parameter, sorted by name, then the score; one value alone stands in the middle. */
export function parallelAxes(
  trials: readonly TrialPoint[],
  scoring: string,
  logarithmic: ReadonlySet<string>,
): ParallelAxis[] {
  const axes = parameterNames(trials).map((name) =>
    parallelAxis(name, trials, (trial) => trial.params[name], logarithmic.has(name)),
  );
  return [...axes, parallelAxis(scoring, trials, ({ score }) => score, false)];
}

function parallelAxis(
  name: string,
  trials: readonly TrialPoint[],
  valueOf: (trial: TrialPoint) => ParamValue | undefined,
  log: boolean,
): ParallelAxis {
  const values = trials.map(valueOf).filter((value) => value !== undefined);
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < values.length) return levelAxis(name, values, valueOf);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const scaled = log && low > 0 ? Math.log : (value: number): number => value;
  return {
    name: log ? `${name} (log)` : name,
    low: short(low),
    high: short(high),
    placeOf: (trial) => {
      const value = valueOf(trial);
      return typeof value === 'number'
        ? place(scaled(value), scaled(low), scaled(high))
        : undefined;
    },
  };
}

function levelAxis(
  name: string,
  values: readonly ParamValue[],
  valueOf: (trial: TrialPoint) => ParamValue | undefined,
): ParallelAxis {
  const levels = [...new Set(values.map(String))].toSorted();
  return {
    name,
    low: levels[0] ?? '',
    high: levels.at(-1) ?? '',
    placeOf: (trial) => {
      const value = valueOf(trial);
      return value === undefined
        ? undefined
        : place(levels.indexOf(String(value)), 0, levels.length - 1);
    },
  };
}

function place(value: number, low: number, high: number): number {
  return high === low ? 0.5 : (value - low) / (high - low);
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
