import type { Levels } from '@xgflow/data';
import type { CategoricalProfile } from '@xgflow/model';
import type { Tally } from './tally.ts';

/** So many unseen levels are named. */
const mostNamed = 20;

/** Longer texts are cut: a report is no place for a document. */
const longestName = 80;

/** Counts levels of a profile, one row at a time and in constant memory. */
export class LevelTally {
  readonly #place: Int32Array;
  readonly #counts: number[];
  readonly #newLevels = new Map<string, number>();
  #rows = 0;
  #missing = 0;
  #unseen = 0;
  #others = 0;

  /** @param levels all that the model knows, by code; the profile counts the frequent ones */
  constructor(profile: CategoricalProfile, levels: Levels) {
    const places = new Map<string, number>();
    profile.levels.forEach((level, place) => places.set(String(level), place));
    this.#place = Int32Array.from<string | number>([...levels], (level) => {
      return places.get(String(level)) ?? -1;
    });
    this.#counts = Array.from({ length: profile.levels.length }, () => 0);
  }

  addMissing(): void {
    this.#rows++;
    this.#missing++;
  }

  addUnseen(text: string): void {
    this.#rows++;
    this.#unseen++;
    const name = text.length > longestName ? `${text.slice(0, longestName).toWellFormed()}…` : text;
    const rows = this.#newLevels.get(name);
    if (rows !== undefined || this.#newLevels.size < mostNamed) {
      this.#newLevels.set(name, (rows ?? 0) + 1);
    }
  }

  add(code: number): void {
    this.#rows++;
    const place = this.#place[code] ?? -1;
    if (place < 0) this.#others++;
    else this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  result(): Tally {
    const present = this.#rows - this.#missing;
    const alone = [...this.#counts, ...(this.#unseen > 0 ? this.#newLevels.values() : [])];
    return {
      rows: this.#rows,
      missing: this.#missing,
      unseen: this.#unseen,
      counts: this.#counts,
      others: this.#others,
      newLevels: this.#newLevels,
      mean: null,
      sd: null,
      constant: present > 0 && alone.includes(present),
    };
  }
}
