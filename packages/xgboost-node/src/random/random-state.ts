import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { Mt19937 } from './mt19937.ts';

const MAX_SEED = 2 ** 32 - 1;

/**
 * NumPy's legacy `numpy.random.RandomState(seed)`: the draws that scikit-learn's splitters make, number for number.
 *
 * @throws InvalidArgumentError if the seed is not an integer from 0 to 2³² − 1 (or a non-empty list of such integers).
 */
export class RandomState {
  readonly #bits: Mt19937;

  constructor(seed: number | readonly number[]) {
    const seeds = typeof seed === 'number' ? [seed] : seed;
    const valid = seeds.every((part) => Number.isInteger(part) && part >= 0 && part <= MAX_SEED);
    if (!valid || seeds.length === 0) {
      throw new InvalidArgumentError(
        `seed ${JSON.stringify(seed)} is not usable; give an integer from 0 to ${MAX_SEED}`,
        'seed',
      );
    }
    this.#bits = new Mt19937(seed);
  }

  /** 32 random bits as an integer in [0, 2³²); NumPy's `random_raw`. */
  nextUint32(): number {
    return this.#bits.nextUint32();
  }

  /** A double in [0, 1) with 53 random bits; NumPy's `random_sample()`. */
  randomSample(): number {
    const high = this.#bits.nextUint32() >>> 5;
    const low = this.#bits.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** An integer in [low, high), high − low ≤ 2³²; NumPy's `randint(low, high)` by masked rejection. */
  randint(low: number, high: number): number {
    return low + this.#interval(high - low - 1);
  }

  /** Shuffles in place; NumPy's `shuffle`, which draws from the last place to the first. */
  shuffle(values: Int32Array): void {
    for (let i = values.length - 1; i > 0; i--) {
      const j = this.#interval(i);
      const held = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = held;
    }
  }

  /** A shuffled copy of the list, or of 0 … n − 1; NumPy's `permutation`. */
  permutation(source: number | Int32Array): Int32Array {
    const values =
      typeof source === 'number'
        ? Int32Array.from({ length: source }, (_, i) => i)
        : source.slice();
    this.shuffle(values);
    return values;
  }

  /** An integer in [0, max]; draws nothing when max is 0. */
  #interval(max: number): number {
    if (max === 0) {
      return 0;
    }
    const mask = (2 ** (32 - Math.clz32(max)) - 1) >>> 0;
    let value: number;
    do {
      value = (this.#bits.nextUint32() & mask) >>> 0;
    } while (value > max);
    return value;
  }
}
