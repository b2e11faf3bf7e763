const SIZE = 624;
const SHIFT = 397;

/**
 * The Mersenne Twister MT19937 as NumPy's legacy `RandomState` uses it: the same seed gives the same stream.
 *
 * Source: Matsumoto and Nishimura, "Mersenne Twister" (1998), with the seeding of their 2002 reference code
 * (`init_genrand` for one integer, `init_by_array` for several).
 */
export class Mt19937 {
  readonly #state = new Uint32Array(SIZE);
  #next = SIZE;

  /** @param seed one unsigned 32-bit integer, or a non-empty list of them; each is taken modulo 2³². */
  constructor(seed: number | readonly number[]) {
    if (typeof seed === 'number') {
      this.#seedByInteger(seed);
    } else {
      this.#seedByArray(seed);
    }
  }

  /** The next 32 bits, as an integer in [0, 2³²). */
  nextUint32(): number {
    if (this.#next === SIZE) {
      this.#twist();
    }
    let y = this.#at(this.#next++);
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  #at(index: number): number {
    return this.#state[index] ?? 0;
  }

  #seedByInteger(seed: number): void {
    this.#state[0] = seed;
    for (let i = 1; i < SIZE; i++) {
      const previous = this.#at(i - 1);
      this.#state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
  }

  #seedByArray(seeds: readonly number[]): void {
    this.#seedByInteger(19650218);
    let i = 1;
    for (let k = 0; k < Math.max(SIZE, seeds.length); k++) {
      const j = k % seeds.length;
      this.#state[i] = (this.#at(i) ^ this.#mixed(i, 1664525)) + (seeds[j] ?? 0) + j;
      i = this.#advanced(i);
    }
    for (let k = 0; k < SIZE - 1; k++) {
      this.#state[i] = (this.#at(i) ^ this.#mixed(i, 1566083941)) - i;
      i = this.#advanced(i);
    }
    this.#state[0] = 0x80000000;
  }

  #mixed(i: number, factor: number): number {
    const previous = this.#at(i - 1);
    return Math.imul(previous ^ (previous >>> 30), factor);
  }

  #advanced(i: number): number {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    this.#state[0] = this.#at(SIZE - 1);
    return 1;
  }

  #twist(): void {
    for (let i = 0; i < SIZE; i++) {
      const y = (this.#at(i) & 0x80000000) | (this.#at((i + 1) % SIZE) & 0x7fffffff);
      const odd = y & 1 ? 0x9908b0df : 0;
      this.#state[i] = this.#at((i + SHIFT) % SIZE) ^ (y >>> 1) ^ odd;
    }
    this.#next = 0;
  }
}
