const format = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
  const made = new Intl.NumberFormat('en', options);
  return (value) => made.format(value).replace('-', '−');
};
const four = format({ maximumSignificantDigits: 4 });
const three = format({ maximumSignificantDigits: 3 });
const oneAfter = format({ maximumFractionDigits: 1 });
const twoAfter = format({ maximumFractionDigits: 2 });

/** A number as people read it. */
export function shown(value: number): string {
  return four(value);
}

/** A number where there is little room. */
export function short(value: number): string {
  return three(value);
}

/** With its sign, also a plus. */
export function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${four(value)}`;
}

/** A probability as a percentage with as many digits as it needs. */
export function percent(value: number): string {
  const hundred = value * 100;
  return `${Math.abs(hundred) < 1 ? twoAfter(hundred) : oneAfter(hundred)} %`;
}

/** A difference of two probabilities. */
export function points(change: number): string {
  return `${barePoints(change)} points`;
}

/** The same where the unit is said beside it. */
export function barePoints(change: number): string {
  return `${change < 0 ? '' : '+'}${percent(change).replace(' %', '')}`;
}
