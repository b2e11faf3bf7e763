import type { NormalEquations } from './normal-equations.ts';

/**
 * The lower triangle of Σ weight · x xᵀ, row by row: the second derivatives of two outputs, a symmetric block whichever two.
 * One pass a pair keeps the sums in the processor's cache.
 *
 * @param design `rows × width`, row by row
 */
export function weightedProducts(
  design: Float64Array,
  width: number,
  weightOf: (row: number) => number,
): Float64Array {
  const sums = new Float64Array((width * (width + 1)) / 2);
  for (let row = 0; row * width < design.length; row++) {
    const weight = weightOf(row);
    const from = row * width;
    let place = 0;
    for (let i = 0; i < width; i++) {
      const left = weight * (design[from + i] ?? 0);
      for (let j = 0; j <= i; j++) {
        sums[place] = (sums[place] ?? 0) + left * (design[from + j] ?? 0);
        place += 1;
      }
    }
  }
  return sums;
}

/** Adds the second derivatives of two outputs; of one with itself only what is not above the diagonal. */
export function addBlock(
  equations: NormalEquations,
  block: Float64Array,
  { row, col, width }: { readonly row: number; readonly col: number; readonly width: number },
): void {
  let place = 0;
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      const value = block[place] ?? 0;
      equations.addToMatrix(row + i, col + j, value);
      if (row !== col && i !== j) equations.addToMatrix(row + j, col + i, value);
      place += 1;
    }
  }
}
