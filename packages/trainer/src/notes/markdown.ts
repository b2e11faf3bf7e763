/** MLflow's UI sets cells without any room between them, and trims plain blanks. */
const room = '&nbsp;&nbsp;';

/** A table; the first column stands left, the others right. `|` and line ends in cells are escaped. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(` | ${room}`)} |`;
  const rule = `|${header.map((_, place) => (place === 0 ? ':--' : '--:')).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

/** Letters of a name from the data: a note has to fit into a tag. */
const longest = 80;

/** MLflow's UI leaves the backslash before `>` and `&` where it is. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A name from the data in a line of Markdown, cut where it is very long: no letter of it is markup. */
export function plain(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\`*_[\]<>|#!~&]/gu, (letter) => entities[letter] ?? `\\${letter}`);
}

/** Commands to go on with, each on its line. */
export function commands(lines: readonly string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}

/** Paragraphs, tables and blocks below each other. */
export function blocks(parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(/(?<!\\)\|/gu, String.raw`\|`);
}
