import { DataError } from './data-error.ts';
import { oneLine, rowPlace } from './one-line.ts';

/** A row with more or fewer cells than the header. */
export class RaggedRowError extends DataError {
  override readonly name = 'RaggedRowError';
  readonly source: string;
  readonly row: number;
  readonly line: number;
  /** Cells in the header. */
  readonly expected: number;
  /** Cells in this row. */
  readonly found: number;

  constructor(at: { source: string; row: number; line: number; expected: number; found: number }) {
    // The first cell without a partner is where to look.
    const cell = Math.min(at.expected, at.found) + 1;
    super(
      oneLine(
        `${at.found} cells where the header has ${at.expected}`,
        `${rowPlace(at.source, at.row, at.line)}, cell ${cell}`,
        'correct the row; quote cells that contain the delimiter',
      ),
    );
    this.source = at.source;
    this.row = at.row;
    this.line = at.line;
    this.expected = at.expected;
    this.found = at.found;
  }
}
