import type { Column } from '@xgflow/data';
import { quantile } from '../../metrics/percentile.ts';

/** Some of the rows, with a name that says what they have in common. */
export interface RowGroup {
  /** `A`, `7`, `≤ 35`, `35 to 44`, `> 61`, `missing`, `other (12 levels)`. */
  readonly label: string;
  /** Positions in the list of rows that was divided, ascending. */
  readonly members: readonly number[];
}

export interface GroupingOptions {
  /** Most bins of a numeric column. Default 5. */
  readonly bins?: number;
  /** Levels with fewer rows are put together, where there are several. Default 30. */
  readonly fewest?: number;
}

/** Numbers of so few different values are their own groups. */
const mostValues = 6;

/**
 * Divides rows by a column: by its levels, by its values where they are few, else by quantiles of these
 * rows (as NumPy's linear ones; a bin holds what is above its lower and up to its upper edge). The rows
 * without a value are a group of their own. Groups are in the order of levels or numbers, none is empty.
 *
 * @param rows rows of the column, from 0
 */
export function rowGroups(
  column: Column,
  rows: Int32Array,
  { bins = 5, fewest = 30 }: GroupingOptions = {},
): RowGroup[] {
  const groups =
    column.kind === 'numeric'
      ? numericGroups(rows, column.values, bins)
      : levelGroups(rows, column.codes, column.levels.map(String), fewest);
  return groups.filter(({ members }) => members.length > 0);
}

/** The rows of each key in the order given, then those without one. */
function gather(rows: Int32Array, keyOf: (row: number) => number, labels: readonly string[]) {
  const members = Array.from({ length: labels.length + 1 }, (): number[] => []);
  for (const [position, row] of rows.entries()) {
    const key = keyOf(row);
    members[key < 0 ? labels.length : key]?.push(position);
  }
  return members.map((some, key): RowGroup => ({ label: labels[key] ?? 'missing', members: some }));
}

function levelGroups(
  rows: Int32Array,
  codes: Int32Array,
  levels: readonly string[],
  fewest: number,
): RowGroup[] {
  const groups = gather(rows, (row) => codes[row] ?? -1, levels);
  const missing = groups.pop();
  const small = groups.filter(({ members }) => members.length > 0 && members.length < fewest);
  const together =
    small.length > 2
      ? {
          label: `other (${small.length} levels)`,
          members: small.flatMap(({ members }) => members).toSorted((a, b) => a - b),
        }
      : undefined;
  const kept = together ? groups.filter((group) => !small.includes(group)) : groups;
  return [...kept, together, missing].filter((group) => group !== undefined);
}

function numericGroups(rows: Int32Array, values: Float64Array, bins: number): RowGroup[] {
  const sorted = Float64Array.from(rows, (row) => values[row] ?? NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const distinct = distinctUpTo(sorted, mostValues + 1);
  if (distinct.length <= mostValues) {
    const place = new Map(distinct.map((value, key) => [value, key]));
    return gather(rows, (row) => place.get(values[row] ?? NaN) ?? -1, distinct.map(short));
  }
  const inner = Array.from({ length: bins - 1 }, (_, edge) => quantile(sorted, (edge + 1) / bins));
  // An edge at the largest value would leave the last bin empty.
  const edges = [...new Set(inner)].filter((edge) => edge < (sorted.at(-1) ?? NaN));
  const keyOf = (row: number): number => {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) return -1;
    const bin = edges.findIndex((edge) => value <= edge);
    return bin < 0 ? edges.length : bin;
  };
  return gather(rows, keyOf, binLabels(edges));
}

/** The outermost bins are open: the smallest and the largest value are somebody's own. */
function binLabels(edges: readonly number[]): string[] {
  const last = edges.at(-1);
  const lower = edges.map((edge, bin) =>
    bin === 0 ? `≤ ${short(edge)}` : `${short(edges[bin - 1] ?? NaN)} to ${short(edge)}`,
  );
  return last === undefined ? ['any'] : [...lower, `> ${short(last)}`];
}

function distinctUpTo(sorted: Float64Array, most: number): number[] {
  const found: number[] = [];
  for (const value of sorted) {
    if (value !== found.at(-1)) found.push(value);
    if (found.length === most) break;
  }
  return found;
}

/** Four digits, as people write numbers. */
function short(value: number): string {
  return Number(value.toPrecision(4)).toLocaleString('en-US', {
    maximumFractionDigits: 6,
    useGrouping: Math.abs(value) >= 10_000,
  });
}
