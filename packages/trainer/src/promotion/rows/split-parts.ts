import { Readable } from 'node:stream';
import { readCsv } from '@xgflow/data';

/** File rows (0-based) of each part, as a run's `split.csv` lists them. */
export interface SplitParts {
  /** Every row that the model was fitted, or calibrated, on. */
  readonly train: ReadonlySet<number>;
  readonly test: ReadonlySet<number>;
}

/** Reads the text of a run's `split.csv`. @throws DataError when it is no such table */
export async function splitParts(text: string): Promise<SplitParts> {
  const table = await readCsv(Readable.from([Buffer.from(text)]), {
    sourceName: 'split.csv',
    categorical: ['part'],
  });
  const [rows, parts] = [table.column('row'), table.column('part')];
  const of = (isWanted: (part: string) => boolean): Set<number> => {
    const found = new Set<number>();
    if (rows.kind !== 'numeric' || parts.kind !== 'categorical') return found;
    parts.codes.forEach((code, at) => {
      if (isWanted(String(parts.levels[code] ?? ''))) found.add(rows.values[at] ?? NaN);
    });
    return found;
  };
  return { train: of((part) => part !== 'test'), test: of((part) => part === 'test') };
}
