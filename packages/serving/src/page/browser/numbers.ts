const format = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
  const made = new Intl.NumberFormat('en', options);
  return (value) => made.format(value).replace('-', '−');
};
const four = format({ maximumSignificantDigits: 4 });
const three = format({ maximumSignificantDigits: 3 });
const oneAfter = format({ maximumFractionDigits: 1 });
const twoAfter = format({ maximumFractionDigits: 2 });
const whole = format({ maximumFractionDigits: 0 });

/** Of a thousand and more all before the point: 2024 is a year, and no 2,020. */
const digits = (value: number, few: (value: number) => string): string =>
  Math.abs(value) >= 1000 && Math.abs(value) < 1e15 ? whole(value) : few(value);

/** A number as people read it. */
export function shown(value: number): string {
  return digits(value, four);
}

/** A number where there is little room. */
export function short(value: number): string {
  return digits(value, three);
}

/** With its sign, also a plus. */
export function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${shown(value)}`;
}

/** A probability as a percentage. What is not certain is not rounded to 0 % or 100 %. */
export function percent(value: number): string {
  const text = hundredths(value);
  if (text === '0' && value > 0) return '< 0.01 %';
  return text === '100' && value < 1 ? '> 99.9 %' : `${text} %`;
}

/** A difference of two probabilities. */
export function points(change: number): string {
  return `${barePoints(change)} points`;
}

/** The same where the unit is said beside it. */
export function barePoints(change: number): string {
  const sign = change < 0 ? '−' : '+';
  const text = hundredths(Math.abs(change));
  return text === '0' && change !== 0 ? `${sign}<0.01` : `${sign}${text}`;
}

function hundredths(share: number): string {
  const hundred = share * 100;
  return Math.abs(hundred) < 1 ? twoAfter(hundred) : oneAfter(hundred);
}
