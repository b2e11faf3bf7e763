const MAX_LENGTH = 400;

/** How MLflow hands through what SQLAlchemy raised: `(sqlite3.IntegrityError) text` and then `[SQL: …]`. */
const DATABASE_ERROR = /\(([\w.]+\.\w+)\)\s*([^\n[]*)/;
const SQL_TAIL = /\[SQL:[\s\S]*$|\(Background on this error at:[\s\S]*$/;
const ORM_ADVICE = /\(raised as a result of[^)]*\)/g;

/**
 * Makes a server's message fit for one line: no SQL, no control characters, at most 400 characters.
 * What the database said is kept only when the server said nothing else.
 */
export function cleanServerMessage(message: string): string {
  const text = message.replace(ORM_ADVICE, '');
  const database = DATABASE_ERROR.exec(text);
  const kept = (database === null ? text : text.slice(0, database.index))
    .replace(SQL_TAIL, '')
    .replace(/\s*Error:\s*$/, '');
  const line = oneLine(kept);
  if (line !== '' || database === null) return line;
  return `the server's database refused: ${oneLine(database[2] ?? '')}`;
}

/** Collapses whitespace and control characters (terminal escapes too) and cuts at 400 characters. */
export function oneLine(text: string): string {
  const flat = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return flat.length > MAX_LENGTH ? `${flat.slice(0, MAX_LENGTH)}…` : flat;
}
