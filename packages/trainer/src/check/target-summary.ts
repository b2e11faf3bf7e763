import type { Target } from '../sweep/target.ts';
import type { ClassLabel } from '../sweep/targets/target-cells.ts';

/** What a target holds, in a few numbers. */
export type TargetSummary =
  | {
      readonly task: 'binary';
      /** The negative one first. */
      readonly classes: readonly [ClassLabel, ClassLabel];
      /** Rows of the positive class. */
      readonly positives: number;
    }
  | {
      readonly task: 'multiclass';
      readonly classes: readonly ClassLabel[];
      /** Rows of each class. */
      readonly rows: readonly number[];
    }
  | {
      readonly task: 'regression';
      readonly min: number;
      readonly mean: number;
      readonly max: number;
      /** Rows whose target is 0: MAPE leaves them out. */
      readonly zeros: number;
    };

/** Counts the classes of a target, or takes the ends and the mean of its values. */
export function describeTarget(target: Target): TargetSummary {
  const { labels } = target;
  const sum = labels.reduce((total, label) => total + label, 0);
  switch (target.task) {
    case 'binary':
      return { task: 'binary', classes: target.classes, positives: sum };
    case 'multiclass': {
      const rows = new Array<number>(target.classes.length).fill(0);
      for (const code of labels) rows[code] = (rows[code] ?? 0) + 1;
      return { task: 'multiclass', classes: target.classes, rows };
    }
    case 'regression':
      return {
        task: 'regression',
        min: labels.reduce((least, label) => Math.min(least, label), Infinity),
        mean: sum / labels.length,
        max: labels.reduce((most, label) => Math.max(most, label), -Infinity),
        zeros: labels.filter((label) => label === 0).length,
      };
  }
}
