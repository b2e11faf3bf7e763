import { csvLine, csvLines } from '../report/index.ts';
import type { TrialRecord, VariantResult } from '../sweep/result.ts';
import type { SplitPlan } from '../sweep/split-plan.ts';
import { mean, populationStd } from '../sweep/trial-score.ts';

/**
 * `row,part,fold`: 0-based data rows of the file, in the order in which they are trained on and tested,
 * because row sampling depends on it; `fold` is where a row of train or calibrate validates.
 */
export function splitTable(split: SplitPlan, fileRows: Int32Array | undefined): string {
  const inFile = (row: number): number => fileRows?.[row] ?? row;
  const foldOf = new Map<number, number>();
  for (const [fold, { validation }] of split.folds.entries()) {
    for (const row of validation) foldOf.set(row, fold);
  }
  const lines = (rows: Int32Array | undefined, part: string): string[] =>
    Array.from(rows ?? [], (row) => `${inFile(row)},${part},${foldOf.get(row) ?? ''}`);
  return csvLines([
    'row,part,fold',
    ...lines(split.trainRows, 'train'),
    ...lines(split.calibrationRows, 'calibrate'),
    ...lines(split.testRows, 'test'),
  ]);
}

/** One line a trial: its place, score, rounds and time, then one column for each parameter. */
export function trialsTable({ trials }: Pick<VariantResult, 'trials'>): string {
  const names = [...new Set(trials.flatMap((trial) => Object.keys(trial.params)))].toSorted();
  const folds = Math.max(0, ...trials.map((trial) => trial.foldScores.length));
  const each = (prefix: string): string[] =>
    Array.from({ length: folds }, (_, fold) => `${prefix}_${fold}`);
  const header = [
    'trial',
    'mean_score',
    'std_score',
    ...each('score'),
    ...each('rounds'),
    'seconds',
    'error',
    ...names,
  ];
  return csvLines([csvLine(header), ...trials.map((trial) => trialLine(trial, names, folds))]);
}

function trialLine(trial: TrialRecord, names: readonly string[], folds: number): string {
  const scored = trial.foldScores.length > 0;
  const padded = (values: readonly number[]): (number | string)[] =>
    Array.from({ length: folds }, (_, fold) => values[fold] ?? '');
  return csvLine([
    trial.index,
    scored ? mean(trial.foldScores) : '',
    scored ? populationStd(trial.foldScores) : '',
    ...padded(trial.foldScores),
    ...padded(trial.foldRounds),
    trial.seconds.toFixed(3),
    trial.error ?? '',
    ...names.map((name) => trial.params[name] ?? ''),
  ]);
}
