/** A measured number with three digits: more would promise what was not measured. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  const rounded =
    value >= 1000 ? Math.round(value / 10 ** whole(value)) * 10 ** whole(value) : value;
  return rounded.toLocaleString('en', {
    minimumFractionDigits: Math.min(digits, 3),
    maximumFractionDigits: Math.min(digits, 3),
  });
}

/** Places before the point that are not among the three digits. */
function whole(value: number): number {
  return Math.max(0, Math.floor(Math.log10(value)) - 2);
}
