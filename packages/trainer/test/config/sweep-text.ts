/** The smallest sweep file, with more lines after it. */
export function sweepText(...lines: string[]): string {
  return [
    'name: demo',
    'source: demo.csv',
    'target: y',
    'space: { max_depth: { int: [1, 5] } }',
    ...lines,
  ].join('\n');
}
