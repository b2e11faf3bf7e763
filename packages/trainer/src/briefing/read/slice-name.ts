import type { SliceName } from '../../report/index.ts';
import type { TextRow } from './text-row.ts';

/** Which rows a line of `slices.csv` is about, whatever the task. */
export function sliceName(row: TextRow): SliceName {
  return {
    column: row.text('column'),
    slice: row.text('slice'),
    sensitive: row.flag('sensitive'),
    rows: row.number('rows'),
  };
}

/** `precision`, `precision_low`, `precision_high` … */
export function withBounds<Name extends string>(
  ...names: readonly Name[]
): (Name | `${Name}_low` | `${Name}_high`)[] {
  return names.flatMap((name) => [name, `${name}_low` as const, `${name}_high` as const]);
}
