/** Some rows of the severity example (0-based), and then the same with twice their exposure_days. */
export function withDoubledExposure(csv: string, rows: readonly number[]): string {
  const [header = '', ...lines] = csv.split('\n');
  const days = header.split(',').indexOf('exposure_days');
  const chosen = rows.map((row) => lines[row] ?? '');
  const doubled = chosen.map((line) => {
    const cells = line.split(',');
    return cells.with(days, String(2 * Number(cells[days]))).join(',');
  });
  return [header, ...chosen, ...doubled, ''].join('\n');
}
