import type { ModelInfo, Predictions } from '@xgflow/model';
import { UnsupportedPredictionError } from '../errors/unsupported-prediction-error.ts';
import { float32ToString } from './float32-to-string.ts';

/** Columns of a batch's output, before the kept ones. */
export interface OutputColumns {
  readonly names: readonly string[];
  /** The cells of row `index` of a batch whose number in the file is `row`. */
  cells(predictions: Predictions, index: number, row: number): string[];
}

/**
 * A binary model gives `row,probability,prediction,unseen_levels`, where prediction is the class
 * by the stored threshold (0 or 1 where the classes' names are unknown); a regression model gives
 * the same without probability. A multiclass model gives the likeliest class as prediction, then
 * `probability_<class>` of each class.
 *
 * @throws {UnsupportedPredictionError} several numbers a row that are no classes with names
 */
export function outputColumns(info: ModelInfo): OutputColumns {
  const { classes, kind, objective } = info;
  if (kind === 'multiclass') return classColumns(classes, objective);
  const names = kind === 'binary' ? ['probability', 'prediction'] : ['prediction'];
  return {
    names: ['row', ...names, 'unseen_levels'],
    cells: ({ labels, outputs, probabilities, unseen }, index, row) => {
      if (outputs !== 1) throw new UnsupportedPredictionError(objective);
      const label = labels[index];
      return [
        String(row),
        float32ToString(probabilities[index] ?? Number.NaN),
        ...(label === undefined ? [] : [String(classes?.[label === 1 ? 1 : 0] ?? label)]),
        String(unseen[index] ?? 0),
      ];
    },
  };
}

function classColumns(classes: ModelInfo['classes'], objective: string): OutputColumns {
  if (!classes) throw new UnsupportedPredictionError(objective);
  const count = classes.length;
  return {
    names: [
      'row',
      'prediction',
      ...classes.map((level) => `probability_${level}`),
      'unseen_levels',
    ],
    cells: ({ labels, outputs, probabilities, unseen }, index, row) => {
      if (outputs !== count) throw new UnsupportedPredictionError(objective);
      const own = probabilities.subarray(index * count, (index + 1) * count);
      return [
        String(row),
        String(classes[labels[index] ?? -1] ?? ''),
        ...Array.from(own, float32ToString),
        String(unseen[index] ?? 0),
      ];
    },
  };
}
