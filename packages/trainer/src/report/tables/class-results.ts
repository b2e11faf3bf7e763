import { MulticlassSample } from '../../metrics/multiclass/multiclass-sample.ts';
import { ratioOrZero } from '../../metrics/ratio.ts';
import type { MulticlassReport } from '../multiclass-report.ts';
import type { ConfusionCell } from './confusion.ts';

/** How well one class is recognised. */
export type ClassResult = Readonly<{
  class: string;
  /** Rows that are of it. */
  rows: number;
  /** Rows that were decided to be of it. */
  decided: number;
  precision: number;
  recall: number;
  f1: number;
}>;

type Classified = Pick<MulticlassReport, 'classes' | 'test'>;

/** Every cell of the confusion matrix, row by row; a row is decided to be of its likeliest class. */
export function classCells({ classes, test }: Classified): ConfusionCell[] {
  const { counts } = new MulticlassSample(test);
  const { actual } = counts;
  return classes.flatMap((own, code) =>
    classes.map((predicted, other) => ({
      actual: own,
      predicted,
      rows: counts.at(code, other),
      share_of_actual: counts.at(code, other) / (actual[code] ?? 0),
    })),
  );
}

/** Precision, recall and F1 of each class against all others; 0 where a class is never decided or has no row. */
export function classResults({ classes, test }: Classified): ClassResult[] {
  const { actual, decided, right } = new MulticlassSample(test).counts;
  return classes.map((name, code) => {
    const [rows, called, found] = [actual[code] ?? 0, decided[code] ?? 0, right[code] ?? 0];
    return {
      class: name,
      rows,
      decided: called,
      precision: ratioOrZero(found, called),
      recall: ratioOrZero(found, rows),
      f1: ratioOrZero(2 * found, rows + called),
    };
  });
}
