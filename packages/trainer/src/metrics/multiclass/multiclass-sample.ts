import { BinarySample } from '../binary-sample.ts';
import { MetricInputError } from '../metric-input-error.ts';
import { checkProbability } from '../probability.ts';
import { ClassCounts } from './class-counts.ts';

export interface MulticlassSampleInput {
  /** Class code of each row, from 0. */
  readonly labels: ArrayLike<number>;
  /** Probability of each class, row by row. */
  readonly scores: Float32Array | Float64Array;
}

/** What the rows of one sample share with every resample of it. */
interface Shared {
  readonly classes: number;
  readonly decisions: Int32Array;
  /** Per class: it against all others. */
  readonly against: readonly BinarySample[];
}

/**
 * What all metrics of several classes are computed from: true classes and probabilities, with what several metrics share
 * (decisions, the counts of classes, the ranking of each class) computed at most once.
 *
 * @throws {MetricInputError} for no rows, lengths that do not fit, codes out of range, or scores that are no probabilities.
 */
export class MulticlassSample {
  readonly labels: ArrayLike<number>;
  readonly scores: Float32Array | Float64Array;
  /** How often each row counts; undefined means once. */
  readonly weights: Int32Array | undefined;
  readonly #shared: Shared;
  #counts: ClassCounts | undefined;

  constructor(
    { labels, scores }: MulticlassSampleInput,
    resample?: { weights: Int32Array; shared: Shared },
  ) {
    this.labels = labels;
    this.scores = scores;
    this.weights = resample?.weights;
    this.#shared = resample?.shared ?? share(labels, scores);
  }

  /** The same rows, row i counted `weights[i]` times. */
  resampled(weights: Int32Array): MulticlassSample {
    return new MulticlassSample(this, { weights, shared: this.#shared });
  }

  get classes(): number {
    return this.#shared.classes;
  }

  /** The likeliest class of each row, the first of equals. */
  get decisions(): Int32Array {
    return this.#shared.decisions;
  }

  /** Rows by true class and decision. */
  get counts(): ClassCounts {
    const { classes, decisions } = this.#shared;
    this.#counts ??= ClassCounts.of(this.labels, decisions, classes, this.weights);
    return this.#counts;
  }

  /** Each class against all others, in the order of their codes. */
  get oneVersusRest(): readonly BinarySample[] {
    const { weights } = this;
    const { against } = this.#shared;
    return weights ? against.map((sample) => sample.resampled(weights)) : against;
  }
}

function share(labels: ArrayLike<number>, scores: Float32Array | Float64Array): Shared {
  const rows = labels.length;
  const classes = scores.length / rows;
  if (!Number.isInteger(classes) || classes < 2) {
    throw new MetricInputError(
      `${rows} labels and ${scores.length} probabilities · metrics · give at least one row, with a probability of each class`,
    );
  }
  const decisions = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const label = labels[row] ?? NaN;
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new MetricInputError(
        `label ${label} · row ${row} · use class codes from 0 to ${classes - 1}`,
      );
    }
    decisions[row] = likeliest(scores.subarray(row * classes, (row + 1) * classes));
  }
  const against = Array.from(
    { length: classes },
    (_, code) =>
      new BinarySample({
        labels: Uint8Array.from(labels, (label) => (label === code ? 1 : 0)),
        scores: scores.filter((_score, place) => place % classes === code),
      }),
  );
  return { classes, decisions, against };
}

function likeliest(probabilities: Float32Array | Float64Array): number {
  let best = 0;
  for (let code = 0; code < probabilities.length; code++) {
    if (checkProbability(probabilities[code] ?? NaN) > (probabilities[best] ?? 0)) best = code;
  }
  return best;
}
