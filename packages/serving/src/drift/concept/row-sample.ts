/** A uniform sample of labelled predictions, of bounded size. */
export interface LabelledRows {
  /** One a row: 0 or 1, the value of a regression, or the code of a class. */
  readonly labels: Float64Array;
  /** `outputs` numbers a row. */
  readonly scores: Float32Array;
  readonly outputs: number;
}

/**
 * Keeps up to `capacity` rows of a stream, each row with equal probability, and the same ones for the same
 * stream.
 *
 * Source: J. S. Vitter, Random sampling with a reservoir (1985), algorithm R.
 */
export class RowSample {
  readonly #capacity: number;
  readonly #outputs: number;
  readonly #labels: number[] = [];
  readonly #scores: number[] = [];
  #seen = 0;

  constructor(capacity: number, outputs: number) {
    this.#capacity = capacity;
    this.#outputs = outputs;
  }

  /** Rows that were offered. */
  get seen(): number {
    return this.#seen;
  }

  /** @param scores `outputs` numbers */
  add(label: number, scores: ArrayLike<number>): void {
    const place =
      this.#seen < this.#capacity ? this.#seen : Math.floor(uniform(this.#seen) * (this.#seen + 1));
    this.#seen++;
    if (place >= this.#capacity) return;
    this.#labels[place] = label;
    for (let output = 0; output < this.#outputs; output++) {
      this.#scores[place * this.#outputs + output] = scores[output] ?? Number.NaN;
    }
  }

  /** Rows that are kept. */
  get size(): number {
    return this.#labels.length;
  }

  rows(): LabelledRows {
    return {
      labels: Float64Array.from(this.#labels),
      scores: Float32Array.from(this.#scores),
      outputs: this.#outputs,
    };
  }
}

/** A number in [0, 1) from a row's number. Source: the finalizer of MurmurHash3 (A. Appleby). */
function uniform(row: number): number {
  let bits = (row + 0x9e3779b9) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
