import type { BinaryRows } from './binary-rows.ts';
import { confusion } from './confusion.ts';
import type { Confusion } from './confusion.ts';
import { MetricInputError } from './metric-input-error.ts';
import { countByScore, groupByScore } from './score-groups.ts';
import type { ScoreCounts, ScoreGroups } from './score-groups.ts';

export interface BinarySampleInput {
  /** 1 for the positive class, 0 for the other; one per row. */
  readonly labels: ArrayLike<number>;
  /** Probability (or, for the ranking metrics, any score) of the positive class; one per row. */
  readonly scores: Float32Array | Float64Array;
  /** A row is decided positive when its score is greater, as XGBClassifier decides. Default 0.5. */
  readonly threshold?: number | undefined;
}

/**
 * What all metrics are computed from: true labels, scores and a threshold, with what several metrics share
 * (confusion matrix, ranking) computed at most once.
 *
 * @throws {MetricInputError} for no rows, unequal lengths, labels other than 0 and 1, or scores that are not finite.
 */
export class BinarySample implements BinaryRows {
  readonly labels: ArrayLike<number>;
  readonly scores: Float32Array | Float64Array;
  readonly threshold: number;
  /** How often each row counts; undefined means once. */
  readonly weights: Int32Array | undefined;
  #confusion: Confusion | undefined;
  #groups: ScoreGroups | undefined;

  constructor({ labels, scores, threshold = 0.5 }: BinarySampleInput, resampled?: Resampled) {
    this.labels = labels;
    this.scores = scores;
    this.threshold = threshold;
    this.weights = resampled?.weights;
    this.#groups = resampled?.groups;
    if (!resampled) {
      check(labels, scores);
    }
  }

  /** The same rows, row i counted `weights[i]` times; shares the ranking with this sample. */
  resampled(weights: Int32Array): BinarySample {
    return new BinarySample(this, { weights, groups: this.#ranking() });
  }

  get confusion(): Confusion {
    this.#confusion ??= confusion(this);
    return this.#confusion;
  }

  /** Positives and negatives at each distinct score, in ascending order of the score. */
  get scoreCounts(): ScoreCounts {
    return countByScore(this.#ranking(), this);
  }

  #ranking(): ScoreGroups {
    this.#groups ??= groupByScore(this.scores);
    return this.#groups;
  }
}

interface Resampled {
  readonly weights: Int32Array;
  readonly groups: ScoreGroups;
}

function check(labels: ArrayLike<number>, scores: ArrayLike<number>): void {
  if (labels.length !== scores.length || labels.length === 0) {
    throw new MetricInputError(
      `${labels.length} labels and ${scores.length} scores · metrics · give at least one row, with a label and a score each`,
    );
  }
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    if (label !== 0 && label !== 1) {
      throw new MetricInputError(
        `label ${String(label)} · row ${row} · use 1 for the positive class, 0 for the other`,
      );
    }
    if (!Number.isFinite(scores[row])) {
      throw new MetricInputError(
        `score ${String(scores[row])} is not finite · row ${row} · check the predictions`,
      );
    }
  }
}
