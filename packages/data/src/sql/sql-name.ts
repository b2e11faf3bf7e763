/** A name of SQL in quotes. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
