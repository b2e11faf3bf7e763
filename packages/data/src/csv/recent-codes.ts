const FEWEST_SLOTS = 16;
const MOST_SLOTS = 1024;

/**
 * Codes of the texts met last, in front of a Map: a column repeats few texts, and comparing one
 * costs less than hashing it. Begins small, for tables of many columns.
 */
export class RecentCodes {
  #texts: (string | undefined)[] = emptySlots(FEWEST_SLOTS);
  #codes = new Int32Array(FEWEST_SLOTS);

  get(text: string): number | undefined {
    const slot = placeOf(text) & (this.#codes.length - 1);
    return this.#texts[slot] === text ? this.#codes[slot] : undefined;
  }

  /** Remembers a code until another text needs its slot; while there may be more slots, all begin anew. */
  set(text: string, code: number): void {
    let slot = placeOf(text) & (this.#codes.length - 1);
    if (this.#texts[slot] !== undefined && this.#codes.length < MOST_SLOTS) {
      this.#codes = new Int32Array(this.#codes.length * 2);
      this.#texts = emptySlots(this.#codes.length);
      slot = placeOf(text) & (this.#codes.length - 1);
    }
    this.#texts[slot] = text;
    this.#codes[slot] = code;
  }
}

function emptySlots(count: number): (string | undefined)[] {
  return new Array<string | undefined>(count).fill(undefined);
}

/** By the first, the middle and the last letter, so that numbers of up to three digits never collide. */
function placeOf(text: string): number {
  if (text === '') return 0;
  const { length } = text;
  const middle = text.charCodeAt(length >> 1);
  return text.charCodeAt(0) * 100 + middle * 10 + text.charCodeAt(length - 1);
}
