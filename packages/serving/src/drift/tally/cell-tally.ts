import { levelIndex, parseNumber, type Levels } from '@xgflow/data';
import type { ColumnProfile } from '@xgflow/model';
import { LevelTally } from './level-tally.ts';
import { NumberTally } from './number-tally.ts';
import type { Tally } from './tally.ts';

/** Counts the cells of a CSV column as the model reads them. */
export interface CellTally {
  /** @param cell as it stands in the file; in a numeric column a number, or one of the missing tokens */
  add(cell: string): void;
  result(): Tally;
}

/**
 * @param levels of a categorical column: all that the model knows
 * @param missing texts that mean missing
 */
export function cellTally(
  profile: ColumnProfile,
  levels: Levels,
  missing: ReadonlySet<string>,
): CellTally {
  if (profile.kind !== 'categorical') {
    const tally = new NumberTally(profile);
    return {
      add: (cell) => {
        tally.add(missing.has(cell) ? Number.NaN : parseNumber(cell));
      },
      result: () => tally.result(),
    };
  }
  const tally = new LevelTally(profile, levels);
  const codeOf = levelIndex(levels);
  return {
    add: (cell) => {
      const code = codeOf(cell);
      if (code >= 0) tally.add(code);
      // A level may be called NA: known levels come first, as in the model's codec.
      else if (missing.has(cell)) tally.addMissing();
      else tally.addUnseen(cell);
    },
    result: () => tally.result(),
  };
}
