/** A measured number with three digits: more would promise what was not measured. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const rounded = Number(value.toPrecision(3));
  const before = rounded === 0 ? 3 : Math.floor(Math.log10(Math.abs(rounded))) + 1;
  const decimals = Math.min(3, Math.max(0, 3 - before));
  return rounded.toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
