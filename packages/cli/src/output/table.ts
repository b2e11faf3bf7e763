import Table from 'cli-table3';
import { cellWidth, cut } from './cell-width.ts';
import { plainText } from './plain-text.ts';

/** One column of a table. */
export interface TableColumn {
  readonly title: string;
  /** Numbers read best right-aligned. Default left. */
  readonly align?: 'left' | 'right';
  /** Whether cells may be cut with an ellipsis when the window is narrow. Default false. */
  readonly shrinks?: boolean;
}

/** A table to show: as many cells in each row as there are columns. */
export interface TableContent {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface TableOptions {
  /** Columns of the window; undefined = unlimited. */
  readonly width?: number | undefined;
  /** Applied to the titles. Default: none. */
  readonly title?: (text: string) => string;
}

const gap = 2;
const narrowest = 8;

function widthsOf({ columns, rows }: TableContent): number[] {
  return columns.map(({ title }, index) =>
    Math.max(cellWidth(title), ...rows.map((row) => cellWidth(row[index] ?? ''))),
  );
}

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width + gap, -gap);

/** Takes from the widest shrinkable column, one cell at a time, until the table fits or nothing is left to take. */
function shrink(content: TableContent, limit: number): number[] {
  const widths = widthsOf(content);
  while (total(widths) > limit) {
    const shrinkable = widths
      .map((width, index) => ({ width, index }))
      .filter(({ width, index }) => content.columns[index]?.shrinks === true && width > narrowest)
      .sort((a, b) => b.width - a.width)[0];
    if (!shrinkable) break;
    widths[shrinkable.index] = shrinkable.width - 1;
  }
  return widths;
}

/** Cuts columns of a window too narrow for two of them side by side, so that every pair with the first one fits. */
function squeeze(widths: readonly number[], limit: number): number[] {
  const [first = 0, ...others] = widths;
  const room = Math.max(1, limit - gap - Math.max(0, ...others));
  const key = Math.min(first, Math.max(room, Math.floor((limit - gap) / 2), 1));
  return [key, ...others.map((width) => Math.min(width, Math.max(1, limit - gap - key)))];
}

/** Gives the first column back up to a third of the window: cut shorter, the table does not fit side by side all the same. */
function withKey([first = 0, ...others]: readonly number[], whole: number, limit: number) {
  return [Math.max(first, Math.min(whole, Math.floor(limit / 3))), ...others];
}

/** Groups of column indices that fit beside the first column, which every group repeats. */
function pages(widths: readonly number[], limit: number): number[][] {
  const first = widths[0] ?? 0;
  const groups: number[][] = [];
  let used = Infinity;
  for (let index = 1; index < widths.length; index += 1) {
    const needed = gap + (widths[index] ?? 0);
    const page = groups.at(-1);
    if (page && used + needed <= limit) {
      page.push(index);
      used += needed;
    } else {
      groups.push([0, index]);
      used = first + needed;
    }
  }
  return groups.length === 0 ? [[0]] : groups;
}

function draw(
  content: TableContent,
  widths: readonly number[],
  shown: readonly number[],
  title: (text: string) => string,
): string {
  const blank = '';
  const table = new Table({
    chars: {
      top: blank,
      'top-mid': blank,
      'top-left': blank,
      'top-right': blank,
      bottom: blank,
      'bottom-mid': blank,
      'bottom-left': blank,
      'bottom-right': blank,
      left: blank,
      'left-mid': blank,
      mid: blank,
      'mid-mid': blank,
      right: blank,
      'right-mid': blank,
      middle: ' '.repeat(gap),
    },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: shown.map((index) => content.columns[index]?.align ?? 'left'),
  });
  const line = (cells: readonly string[]): string[] =>
    shown.map((index) => cut(cells[index] ?? '', widths[index] ?? 0));
  table.push(line(content.columns.map((column) => column.title)).map(title));
  for (const row of content.rows) table.push(line(row));
  return table
    .toString()
    .split('\n')
    .map((text) => text.trimEnd())
    .join('\n');
}

/**
 * The table as text that no line of which is wider than the window: first the columns that may shrink do, then the
 * remaining columns go into further tables below, each beginning with the first column. Nothing is left out.
 * Cells are stripped of control characters.
 */
export function renderTable(content: TableContent, options: TableOptions = {}): string {
  const limit = options.width ?? Infinity;
  const plain: TableContent = {
    columns: content.columns.map((column) => ({ ...column, title: plainText(column.title) })),
    rows: content.rows.map((row) => row.map(plainText)),
  };
  const shrunk = shrink(plain, limit);
  const widths =
    total(shrunk) <= limit
      ? shrunk
      : squeeze(withKey(shrunk, widthsOf(plain)[0] ?? 0, limit), limit);
  return pages(widths, limit)
    .map((shown) => draw(plain, widths, shown, options.title ?? ((text) => text)))
    .join('\n\n');
}
