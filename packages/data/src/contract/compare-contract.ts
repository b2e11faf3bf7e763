import {
  DEFAULT_TOLERANCE,
  type ColumnContract,
  type Contract,
  type ContractDifference,
  type ContractTolerance,
} from './contract.ts';
import { compareColumn, typeText } from './compare-column.ts';
import { findRenames } from './find-renames.ts';

/**
 * Everything in which a table is not as the contract says, column by column in the order of the contract (whether it
 * is gone, renamed or retyped, then levels or range, then its missing share), at last what is new. Values that no longer occur are no
 * breach, nor is another order of the columns or another number of rows.
 */
export function compareContract(
  contract: Contract,
  found: Contract,
  tolerance: Partial<ContractTolerance> = {},
): ContractDifference[] {
  const rules = { ...DEFAULT_TOLERANCE, ...tolerance };
  const byName = new Map(found.columns.map((column) => [column.name, column]));
  const known = new Set(contract.columns.map(({ name }) => name));
  const gone = contract.columns.filter(({ name }) => !byName.has(name));
  const added = found.columns.filter(({ name }) => !known.has(name));
  const renames = findRenames(gone, added);
  const renamedTo = new Set([...renames.values()].map(({ name }) => name));

  const ofColumns = contract.columns.flatMap((column): ContractDifference[] => {
    const now = byName.get(column.name);
    if (now !== undefined) return compareColumn(column, now, rules);
    const renamed = renames.get(column.name);
    return renamed === undefined
      ? [difference(column.name, 'removed', typeText(column), 'no such column')]
      : [
          difference(column.name, 'renamed', column.name, renamed.name),
          ...compareColumn(column, renamed, rules),
        ];
  });
  const isNew = ({ name }: ColumnContract): boolean =>
    rules.addedColumns === 'fail' && !renamedTo.has(name);
  return [
    ...ofColumns,
    ...added
      .filter(isNew)
      .map((column) => difference(column.name, 'added', 'no such column', typeText(column))),
  ];
}

function difference(
  column: string,
  change: ContractDifference['change'],
  contract: string,
  found: string,
): ContractDifference {
  return { column, change, contract, found };
}
