const four = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** A number as people read it. */
export function shown(value: number): string {
  return four.format(value);
}

/** With its sign, also a plus. */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${four.format(Math.abs(value))}`;
}

/** A probability as a percentage with as many digits as it needs. */
export function percent(value: number): string {
  const hundred = value * 100;
  const digits = hundred > 0 && hundred < 1 ? 2 : 1;
  return `${hundred.toFixed(digits)} %`;
}
