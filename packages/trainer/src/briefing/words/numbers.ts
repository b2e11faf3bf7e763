/** `93`: a share as so many of a hundred; two digits for small ones. */
export function ofHundred(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.05) return 'less than 0.1';
  if (value > 99.5 && value < 100) return 'more than 99';
  return value > 0 && value < 0.95 ? value.toFixed(1) : value.toFixed(0);
}

/** `93 %`, `0.4 %`; a dash for what is not known. */
export function percent(share: number | undefined): string {
  return share === undefined || !Number.isFinite(share) ? '–' : `${ofHundred(share)} %`;
}

/** `90 to 97 %`; a dash where a bound is not known. */
export function percentRange(low: number | undefined, high: number | undefined): string {
  const known = low !== undefined && high !== undefined && Number.isFinite(low + high);
  return known ? `${ofHundred(low)} to ${ofHundred(high)} %` : '–';
}

/** `12,345`. */
export function count(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value)
    ? '–'
    : value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** Three decimals; a dash for what is not known. */
export function decimals(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '–' : value.toFixed(3);
}

/** `12,345`, `504.8`, `2.430`, `3`: four digits of a number whose size is not known; a dash for what is not known. */
export function amount(value: number | null | undefined): string {
  if (value === undefined || value === null || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 1000) return Math.round(value).toLocaleString('en-US');
  return size > 0 && size < 0.0001 ? value.toExponential(2) : value.toPrecision(4);
}

/** `23.6 %`: one digit more than {@link percent}, for shares that are compared; a dash for what is not known. */
export function finePercent(share: number | null | undefined): string {
  return share === undefined || share === null || !Number.isFinite(share)
    ? '–'
    : `${(share * 100).toFixed(1)} %`;
}

/** `41 s`, `3 min 20 s`, `2 h 5 min`. */
export function timeSpan(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  const whole = Math.round(seconds);
  if (whole < 60) return `${Math.max(1, whole)} s`;
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${whole % 60} s`;
}

/** `a, b and c`. */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 row`, `2 rows`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
