/** The quotient, and 0 for an empty denominator: scikit-learn's `zero_division=0`. */
export function ratioOrZero(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator;
}
