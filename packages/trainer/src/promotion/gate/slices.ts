/** A column to compare by; null is a missing cell. */
export interface SliceColumn {
  readonly name: string;
  readonly cells: readonly (string | number | null)[];
}

/** Some of the rows, by the value of one column. */
export interface Slice {
  readonly column: string;
  /** A value, a range such as `35 to 47`, `missing`, or `others`. */
  readonly value: string;
  readonly rows: Int32Array;
}

/** Numbers with more values than this are cut into quarters of the rows. */
const mostValues = 10;
/** The rarest levels of a column with more than these are one slice. */
const mostLevels = 50;

/**
 * The rows by the values of a column: levels and numbers of few values as they are, other numbers in quarters
 * of the rows (bounds are values that occur; ties stay together). Every row is in one slice.
 */
export function slicesOf({ name, cells }: SliceColumn): Slice[] {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  const isNumeric = numbers.length > 0 && cells.every((cell) => typeof cell !== 'string');
  const labelOf =
    isNumeric && new Set(numbers).size > mostValues ? quarterLabels(numbers) : levelLabels(cells);
  const groups = new Map<string, number[]>();
  cells.forEach((cell, row) => {
    const label = cell === null ? 'missing' : labelOf(cell);
    const group = groups.get(label);
    if (group) group.push(row);
    else groups.set(label, [row]);
  });
  return [...groups]
    .toSorted(([a], [b]) => compareLabels(a, b))
    .map(([value, rows]) => ({ column: name, value, rows: Int32Array.from(rows) }));
}

type Label = (cell: string | number) => string;

function levelLabels(cells: SliceColumn['cells']): Label {
  const counts = new Map<string | number, number>();
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const kept = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, mostLevels);
  const known = new Set(kept.map(([level]) => level));
  return (cell) => (known.has(cell) ? String(cell) : 'others');
}

function quarterLabels(numbers: readonly number[]): Label {
  const sorted = Float64Array.from(numbers).sort();
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  const bounds = [...new Set([0.25, 0.5, 0.75, 1].map(at))];
  return (cell) => {
    const quarter = bounds.findIndex((bound) => Number(cell) <= bound);
    const above = bounds[quarter - 1];
    const upTo = String(bounds[quarter] ?? '');
    return above === undefined ? `up to ${upTo}` : `above ${above}, up to ${upTo}`;
  };
}

/** Numbers in their order, `up to …` first, then text by code unit; the rest, and missing cells, last. */
function compareLabels(a: string, b: string): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  if (first !== second) return first - second;
  return a < b ? -1 : 1;
}

function placeOf(label: string): number {
  if (label === 'missing') return Infinity;
  if (label === 'others') return Number.MAX_VALUE;
  if (label.startsWith('up to ')) return -Infinity;
  const number = Number.parseFloat(label.replace(/^above /, ''));
  return Number.isNaN(number) ? Number.MAX_VALUE / 2 : number;
}
