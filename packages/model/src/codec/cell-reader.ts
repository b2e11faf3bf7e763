import { levelIndex, parseNumber } from '@xgflow/data';
import type { CategoricalFeature, Feature } from './feature.ts';

/** Turns one cell of a feature into its number. */
export interface CellReader {
  /** What the feature takes, for messages. */
  readonly expected: string;
  /** @returns the number, NaN for missing; undefined for a refused cell; `'unseen'` for a new level */
  read(cell: unknown): number | 'unseen' | undefined;
}

/** Reads cells of one feature: text as in a CSV file, or values as in JSON. */
export function cellReader(feature: Feature, missing: ReadonlySet<string>): CellReader {
  return feature.kind === 'numeric' ? numberReader(missing) : levelReader(feature, missing);
}

function numberReader(missing: ReadonlySet<string>): CellReader {
  const read = (cell: unknown): number | undefined => {
    if (cell === null) return Number.NaN;
    if (typeof cell === 'string') {
      if (missing.has(cell)) return Number.NaN;
      const value = parseNumber(cell);
      return Number.isNaN(value) ? undefined : finite(value);
    }
    if (typeof cell !== 'number') return undefined;
    return Number.isNaN(cell) ? cell : finite(cell);
  };
  return { expected: 'a number (of 32-bit floats)', read };
}

/** The library keeps 32-bit floats and refuses infinite ones. */
function finite(value: number): number | undefined {
  return Number.isFinite(Math.fround(value)) ? value : undefined;
}

function levelReader(feature: CategoricalFeature, missing: ReadonlySet<string>): CellReader {
  const codeOf = levelIndex(feature.levels);
  const integers = typeof feature.levels[0] === 'number';
  const read = (cell: unknown): number | 'unseen' | undefined => {
    if (cell === null) return Number.NaN;
    if (typeof cell !== 'string' && typeof cell !== 'number') return undefined;
    if (typeof cell === 'number' && Number.isNaN(cell)) return cell;
    const text = String(cell);
    const code = codeOf(text);
    if (code >= 0) return code;
    return missing.has(text) ? Number.NaN : 'unseen';
  };
  return { expected: integers ? 'an integer or text' : 'text', read };
}
