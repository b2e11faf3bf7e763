import { isCodeColumn, isNumberColumn } from './feature-columns.ts';
import type { FeatureColumn } from './feature-columns.ts';
import { medianDeviation } from './median-deviation.ts';

/** Points of one class: numbers row by row, and codes, two different ones `deviation` apart. */
export interface Points {
  readonly count: number;
  /** `count × width` numbers. */
  readonly numbers: Float64Array;
  readonly width: number;
  /** `count × codeWidth` codes. */
  readonly codes: Int32Array;
  readonly codeWidth: number;
  readonly deviation: number;
}

/** The rows of one class as points: two different categories are as far apart as the median deviation of the numbers. */
export function pointsOf(columns: readonly FeatureColumn[], rows: Int32Array): Points {
  const numberColumns = columns.filter(isNumberColumn);
  const codeColumns = columns.filter(isCodeColumn);
  const [count, width, codeWidth] = [rows.length, numberColumns.length, codeColumns.length];
  const numbers = new Float64Array(count * width);
  const codes = new Int32Array(count * codeWidth);
  rows.forEach((row, place) => {
    numberColumns.forEach(({ values }, column) => {
      numbers[place * width + column] = values[row] ?? NaN;
    });
    codeColumns.forEach((column, at) => {
      codes[place * codeWidth + at] = column.codes[row] ?? -1;
    });
  });
  const deviation = codeWidth === 0 ? 0 : medianDeviation(numbers, count, width);
  return { count, numbers, width, codes, codeWidth, deviation };
}
