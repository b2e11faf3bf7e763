/** Text for HTML: names and levels come from the data. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A share as `12.3 %`. */
export function percentText(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.001 ? 2 : 1)} %`;
}

/** A measure between distributions such as PSI, for HTML: three decimals, and a bound for what would be written as 0. */
export function measureText(value: number): string {
  return value > 0 && value < 0.0005 ? '&lt; 0.001' : value.toFixed(3);
}

/** A p-value, for HTML: three digits, and a bound where it is tiny. */
export function pValueText(value: number): string {
  if (value < 1e-12) return '&lt; 1e−12';
  return value < 0.001 ? value.toExponential(1).replace('-', '−') : value.toFixed(3);
}

/** A number of the data, with four digits; of 10,000 and more with thin spaces between thousands. */
export function numberText(value: number | null): string {
  if (value === null) return '–';
  const text = String(Number(value.toPrecision(4))).replaceAll('-', '−');
  return Math.abs(value) >= 10_000 ? text.replace(/(?<=^−?)\d{5,}$/u, countText) : text;
}

/** A count, with thin spaces between thousands. */
export function countText(count: number | string): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, '\u2009');
}
