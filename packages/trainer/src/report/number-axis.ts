/** Vega expression: `text` of a number of whatever size. */
function amountText(value: string, sign: '' | '+'): string {
  return [
    `${value} === 0 ? '0'`,
    `abs(${value}) < 0.0001 ? replace(format(${value}, '${sign}~e'), 'e-', 'e−')`,
    `abs(${value}) < 1000 ? format(${value}, '${sign}~g')`,
    // SI has G for a thousand millions, which nobody says of money.
    `replace(format(${value}, '${sign}~s'), 'G', 'B')`,
  ].join(' : ');
}

/** Of an axis of amounts: `0.2`, `150`, `12k`, `3.5M`, `2B`, `4e−7`; d3's own prefixes would write 0.2 as `200m`. */
export const amountLabels = { labelExpr: amountText('datum.value', '') };

/** As {@link amountLabels}, of differences: `+12k`. */
export const differenceLabels = { labelExpr: amountText('datum.value', '+') };

/**
 * Where an axis of logarithms has its ticks: round numbers that can be told apart, which Vega's own are not (it draws a
 * line for each tenth of a decade).
 *
 * @param low above 0
 * @param most ticks, 2 or more; default 6
 */
export function logTicks(low: number, high: number, most = 6): number[] {
  const within = (ticks: readonly number[]): number[] =>
    ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
  // Over less than a decade a logarithm is nearly straight.
  if (high / low < 10) return within(evenTicks(low, high, most));
  const decades = powersOfTen(low, high);
  const fitting = [[1, 2, 5], [1, 3], [1]]
    .map((steps) => within(decades.flatMap((power) => steps.map((step) => rounded(step * power)))))
    .find((ticks) => ticks.length <= most);
  return fitting ?? everySo(within(decades), most);
}

function powersOfTen(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const count = Math.ceil(Math.log10(high)) - first + 1;
  return Array.from({ length: count }, (_, place) => rounded(10 ** (first + place)));
}

/** Multiples of 1, 2 or 5 times a power of ten. */
function evenTicks(low: number, high: number, most: number): number[] {
  const rough = (high - low) / most;
  if (rough === 0) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.ceil(low / step);
  const count = Math.max(0, Math.floor(high / step) - first + 1);
  return Array.from({ length: count }, (_, place) => rounded((first + place) * step));
}

function everySo(ticks: readonly number[], most: number): number[] {
  const step = Math.ceil(ticks.length / most);
  return ticks.filter((_, place) => place % step === 0);
}

/** Without the last digits of binary fractions: 0.3, not 0.30000000000000004. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
