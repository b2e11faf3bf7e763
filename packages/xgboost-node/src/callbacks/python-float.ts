/**
 * A number as Python's str(float) writes it. Scores are stored in the model as text, and its bytes
 * must equal those that Python writes.
 */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    // Python writes at least two digits of exponent.
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  const text = String(value);
  return /[.]/.test(text) ? text : `${text}.0`;
}
