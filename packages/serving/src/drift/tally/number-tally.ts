import { cellOf, placeOf, type DiscreteProfile, type NumericProfile } from '@xgflow/model';
import type { Tally } from './tally.ts';

/** Counts numbers in the cells of a profile, one at a time and in constant memory. */
export class NumberTally {
  readonly #profile: NumericProfile | DiscreteProfile;
  readonly #counts: number[];
  #present = 0;
  #missing = 0;
  #mean = 0;
  #squares = 0;
  #least = Infinity;
  #most = -Infinity;

  constructor(profile: NumericProfile | DiscreteProfile) {
    this.#profile = profile;
    const cells =
      profile.kind === 'numeric' ? profile.edges.length + 1 : 2 * profile.values.length + 1;
    this.#counts = Array.from({ length: cells }, () => 0);
  }

  /** @param value NaN is missing */
  add(value: number): void {
    if (Number.isNaN(value)) {
      this.#missing++;
      return;
    }
    const profile = this.#profile;
    const cell =
      profile.kind === 'numeric' ? cellOf(profile.edges, value) : placeOf(profile.values, value);
    this.#counts[cell] = (this.#counts[cell] ?? 0) + 1;
    this.#present++;
    // B. P. Welford, Note on a method for calculating corrected sums of squares and products (1962).
    const distance = value - this.#mean;
    this.#mean += distance / this.#present;
    this.#squares += distance * (value - this.#mean);
    this.#least = Math.min(this.#least, value);
    this.#most = Math.max(this.#most, value);
  }

  result(): Tally {
    const any = this.#present > 0;
    return {
      rows: this.#present + this.#missing,
      missing: this.#missing,
      unseen: 0,
      counts: this.#counts,
      others: 0,
      newLevels: new Map(),
      mean: any ? this.#mean : null,
      sd: any ? Math.sqrt(this.#squares / this.#present) : null,
      constant: any && this.#least === this.#most,
    };
  }
}
