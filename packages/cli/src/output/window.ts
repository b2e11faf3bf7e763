/** A stream a command writes to; `columns` is there when it is a terminal. */
export interface Terminal extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Columns of the window, or undefined where nothing limits a line (a file, a pipe). */
export function windowWidth(stream: Terminal): number | undefined {
  return stream.isTTY === true && stream.columns !== undefined && stream.columns > 0
    ? stream.columns
    : undefined;
}
