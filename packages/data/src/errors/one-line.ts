const MAX_SHOWN = 60;

/** A value for an error message: quoted, control characters escaped, cut at 60 characters. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : String(value);
  return JSON.stringify(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);
}

/** Joins the three parts of an error message. */
export function oneLine(what: string, where: string, whatToDo: string): string {
  return `${what} · ${where} · ${whatToDo}`;
}

/** Where a row is: data rows count from 1 after the header, lines from 1 in the file (0: it has none). */
export function rowPlace(source: string, row: number, line: number, column?: string): string {
  const place = line === 0 ? `${source} row ${row}` : `${source} row ${row} (line ${line})`;
  return column === undefined ? place : `${place}, column ${shown(column)}`;
}
