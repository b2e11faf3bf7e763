/** A cell as CSV text: quoted where it holds a delimiter, a quote or a line break, or is blank text. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
