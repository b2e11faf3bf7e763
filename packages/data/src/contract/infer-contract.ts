import { inferSchema } from '../schema/infer-schema.ts';
import type { Table } from '../table/table.ts';
import type { ColumnContract, Contract } from './contract.ts';

/** Above this, a column of text is a name or a remark, and its levels no part of a contract. */
const MOST_LEVELS = 200;

/** The contract of a table as it is now. */
export function inferContract(table: Table): Contract {
  const { columns, rows } = inferSchema(table);
  return {
    version: 1,
    rows,
    columns: columns.map((column): ColumnContract => {
      if (column.kind === 'numeric') {
        const { name, kind, type, min, max, missing } = column;
        return { name, kind, type, min, max, missing };
      }
      const { name, kind, type, levels, missing } = column;
      return { name, kind, type, levels: levels.length > MOST_LEVELS ? null : levels, missing };
    }),
  };
}
