/** What one cell of a picture's table holds; null is an empty cell. */
export type ReportCell = number | string | boolean | null;

/** One row of a picture's table; all rows of a table have the same columns, in the same order. */
export type ReportRow = Readonly<Record<string, ReportCell>>;
