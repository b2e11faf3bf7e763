/**
 * A score rounded as C's `%f` prints it: Python passes the scores of custom metrics through that
 * text before it stores them and decides on early stopping.
 */
export function sixDecimals(value: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return value;
  const rounded = Number(value.toFixed(6));
  // A tie exists only for odd multiples of 1/128. C rounds it to the even digit, toFixed away from zero.
  const isTie = Math.abs(value * 128) % 2 === 1;
  const lastDigitIsOdd = Math.round(Math.abs(rounded) * 1e6) % 2 === 1;
  if (!isTie || !lastDigitIsOdd) return rounded;
  return Number((rounded - Math.sign(value) * 1e-6).toFixed(6));
}
