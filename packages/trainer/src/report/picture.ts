import type { ReportRow } from './report-row.ts';

/** A vega-lite view without its theme, plain JSON; draw.ts alone knows the library. */
export type PictureSpec = Readonly<Record<string, unknown>>;

/** A picture and the table that it is drawn from. */
export interface Picture {
  /** Stem of its files, such as `roc-curve`. */
  readonly name: string;
  /** Computes both; may throw where the data has nothing to show. */
  readonly build: () => { readonly rows: readonly ReportRow[]; readonly spec: PictureSpec };
}

/** A picture whose view is made from its table. */
export function picture<Row extends ReportRow>(
  name: string,
  rows: () => readonly Row[],
  spec: (rows: readonly Row[]) => PictureSpec,
): Picture {
  return {
    name,
    build: () => {
      const table = rows();
      if (table.length === 0) throw new RangeError('there is nothing to show');
      return { rows: table, spec: spec(table) };
    },
  };
}
