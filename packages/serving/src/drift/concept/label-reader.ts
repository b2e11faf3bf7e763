import { levelIndex, parseNumber, type Levels } from '@xgflow/data';
import type { ModelInfo } from '@xgflow/model';
import { LabelError } from '../../errors/label-error.ts';

/** Reads a label's cell: its number, NaN where it is missing. @throws {LabelError} no such class, no number */
export type LabelReader = (cell: string, place: string) => number;

/** Labels as the model's classes are coded (0, 1 …), or as the values of a regression. */
export function labelReader(
  { classes, kind }: Pick<ModelInfo, 'classes' | 'kind'>,
  column: string,
  missing: ReadonlySet<string>,
): LabelReader {
  const levels = (classes ?? (kind === 'binary' ? [0, 1] : undefined)) as Levels | undefined;
  if (kind !== 'value' && levels !== undefined) {
    const codeOf = levelIndex(levels);
    return (cell, place) => {
      const code = codeOf(cell);
      if (code >= 0) return code;
      if (missing.has(cell)) return Number.NaN;
      throw new LabelError({ column, cell, place, expected: `one of ${levels.join(', ')}` });
    };
  }
  return (cell, place) => {
    if (missing.has(cell)) return Number.NaN;
    const value = parseNumber(cell);
    if (Number.isFinite(value)) return value;
    throw new LabelError({ column, cell, place, expected: 'a number' });
  };
}
