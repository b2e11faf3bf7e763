/** Comments and quoted text of SQL, which say nothing about its clauses. */
const SILENT = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/g;

/** Whether a query says in which order its rows come (a clause in a subquery counts: SQL is not parsed here). */
export function saysOrder(query: string): boolean {
  return /\border\s+by\b/i.test(query.replace(SILENT, ' '));
}

/** What to tell of a reading whose order is nowhere defined; splits and folds follow the order of rows. */
export function noOrderWarning(name: string, whatToDo: string): string {
  return `the rows come in no defined order, so the next pull may split them otherwise · ${name} · ${whatToDo}`;
}

/** A table's name (`claims`, `public.claims`, `"My Table"`), not a query. */
export function isTableName(query: string): boolean {
  const part = String.raw`(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")+")`;
  return new RegExp(`^\\s*${part}(?:\\.${part})*\\s*$`, 'u').test(query);
}

/** The parts of a table's name as the database has them: quotes undone; unquoted parts as written. */
export function nameParts(name: string): string[] {
  const parts = name.trim().match(/"(?:[^"]|"")+"|[^."]+/g) ?? [];
  return parts.map((part) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part,
  );
}
