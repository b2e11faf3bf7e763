const LF = 10;
const CR = 13;

/** Counts the lines of bytes that come in pieces; a line ends with CR LF, LF or CR. */
export class LineCounter {
  #line = 1;
  /** The last piece ended with CR, which may be half of a CR LF. */
  #afterCr = false;

  /** The line, from 1, on which the next piece begins. */
  get line(): number {
    return this.#line;
  }

  add(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#line = this.lineAt(piece, piece.length);
    this.#afterCr = piece.at(-1) === CR;
  }

  /** The line of a byte of the next piece. */
  lineAt(piece: Buffer, offset: number): number {
    const before = piece.subarray(0, offset);
    let line = this.#line;
    for (let at = before.indexOf(LF); at >= 0; at = before.indexOf(LF, at + 1)) line++;
    for (let at = before.indexOf(CR); at >= 0; at = before.indexOf(CR, at + 1)) {
      if (before[at + 1] !== LF) line++;
    }
    return this.#afterCr && before[0] === LF ? line - 1 : line;
  }
}

/** Whether a byte ends a line, or is one of the two that do. */
export function isLineEnd(byte: number | undefined): boolean {
  return byte === LF || byte === CR;
}
