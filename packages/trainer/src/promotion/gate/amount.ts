/** A number in a sentence: four decimals, or three digits of one that they would show as 0. */
export function amount(value: number): string {
  return value !== 0 && Math.abs(value) < 0.001
    ? String(Number(value.toPrecision(3)))
    : value.toFixed(4);
}

/** The same with its sign, as a difference. */
export function signedAmount(value: number): string {
  return value < 0 ? `−${amount(-value)}` : `+${amount(value)}`;
}
