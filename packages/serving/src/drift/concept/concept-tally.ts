import type { Levels } from '@xgflow/data';
import {
  addOutcome,
  type ColumnProfile,
  type OutcomeBins,
  type ReferenceProfile,
} from '@xgflow/model';
import { LevelTally } from '../tally/level-tally.ts';
import { NumberTally } from '../tally/number-tally.ts';
import type { Tally } from '../tally/tally.ts';
import { RowSample } from './row-sample.ts';

/** A metric and its bootstrap interval need no more rows than that. */
const sampledRows = 20_000;

/** What is counted of labelled rows, in memory that does not grow with them. */
export class ConceptTally {
  readonly sample: RowSample;
  readonly #outcomes: OutcomeBins | undefined;
  readonly #target: { add(label: number): void; result(): Tally } | undefined;

  constructor(
    { outcomes, target }: ReferenceProfile,
    { outputs, classes }: { readonly outputs: number; readonly classes: Levels | undefined },
  ) {
    this.sample = new RowSample(sampledRows, outputs);
    this.#outcomes = outcomes ? emptyBins(outcomes.edges) : undefined;
    this.#target = target ? targetTally(target, classes) : undefined;
  }

  /** @param scores the row's predictions */
  add(label: number, scores: ArrayLike<number>): void {
    this.sample.add(label, scores);
    this.#target?.add(label);
    if (this.#outcomes) addOutcome(this.#outcomes, scores[0] ?? Number.NaN, label);
  }

  target(): Tally | undefined {
    return this.#target?.result();
  }

  outcomes(): OutcomeBins | undefined {
    return this.#outcomes && { ...this.#outcomes, rows: this.sample.seen };
  }
}

function targetTally(
  profile: ColumnProfile,
  classes: Levels | undefined,
): { add(label: number): void; result(): Tally } {
  // A classifier's labels are codes of its classes.
  return profile.kind === 'categorical'
    ? new LevelTally(profile, classes ?? profile.levels)
    : new NumberTally(profile);
}

function emptyBins(edges: readonly number[]): OutcomeBins {
  const zeros = (): number[] => Array.from({ length: edges.length + 1 }, () => 0);
  return {
    rows: 0,
    edges: [...edges],
    counts: zeros(),
    predicted: zeros(),
    actual: zeros(),
    actualSquared: zeros(),
  };
}
