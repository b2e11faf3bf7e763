/**
 * A metric, or a difference of two, for a person: four decimals from 0.001 to 10, else five significant digits of a
 * larger number and four of a smaller one, so that a metric of whatever scale neither shows as 0 nor drowns in digits;
 * a dash for what is not known.
 */
export function metricNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  if (size > 0 && size < 0.001) return String(Number(value.toPrecision(4)));
  if (size < 1) return value.toFixed(4);
  if (size === Infinity) return String(value);
  return size < 1e9
    ? value.toFixed(Math.max(0, 4 - Math.floor(Math.log10(size))))
    : value.toExponential(4);
}
