import type {
  CategoricalContract,
  ColumnContract,
  ContractDifference,
  ContractTolerance,
  NumericContract,
} from './contract.ts';

const SHOWN_LEVELS = 5;

/** In words, what a column is. */
export function typeText({ kind, type }: ColumnContract): string {
  return kind === 'numeric' ? type : `${type} levels`;
}

/** In what a column differs from its contract. */
export function compareColumn(
  contract: ColumnContract,
  found: ColumnContract,
  rules: ContractTolerance,
): ContractDifference[] {
  const { name: column } = contract;
  if (isDeclared(contract, found)) return moreMissing(contract, found, rules);
  if (isRetyped(contract, found)) {
    return [
      { column, change: 'retyped', contract: typeText(contract), found: typeText(found) },
      ...moreMissing(contract, found, rules),
    ];
  }
  const values =
    contract.kind === 'numeric'
      ? outOfRange(contract, found as NumericContract, rules)
      : newLevels(contract, found as CategoricalContract, rules);
  return [...values, ...moreMissing(contract, found, rules)];
}

/** Integers are levels or numbers as the sweep file lists them: that is no change of the data. */
function isDeclared(contract: ColumnContract, found: ColumnContract): boolean {
  return contract.kind !== found.kind && contract.type === 'integer' && found.type === 'integer';
}

/** Numbers that all happen to be whole are numbers still; a column without any value has no type. */
function isRetyped(contract: ColumnContract, found: ColumnContract): boolean {
  if (isEmpty(contract) || isEmpty(found)) return false;
  if (contract.kind !== found.kind) return true;
  return contract.type !== found.type && contract.type !== 'number';
}

function isEmpty(column: ColumnContract): boolean {
  return column.kind === 'numeric' ? column.min === null : column.levels?.length === 0;
}

function outOfRange(
  { name: column, min, max }: NumericContract,
  found: NumericContract,
  { range }: ContractTolerance,
): ContractDifference[] {
  if (min === null || max === null || found.min === null || found.max === null) return [];
  const slack = range * (max - min);
  if (found.min >= min - slack && found.max <= max + slack) return [];
  const text = (from: number, to: number): string => `${from} to ${to}`;
  return [
    { column, change: 'out of range', contract: text(min, max), found: text(found.min, found.max) },
  ];
}

function newLevels(
  { name: column, levels }: CategoricalContract,
  found: CategoricalContract,
  rules: ContractTolerance,
): ContractDifference[] {
  if (levels === null || rules.newLevels === 'allow') return [];
  if (found.levels === null) {
    const contract = `${levels.length} levels`;
    return [{ column, change: 'new level', contract, found: 'too many levels to list' }];
  }
  const known = new Set<string | number>(levels);
  const unknown = [...found.levels].filter((level) => !known.has(level));
  if (unknown.length === 0) return [];
  return [{ column, change: 'new level', contract: list(levels), found: list(unknown) }];
}

function moreMissing(
  contract: ColumnContract,
  found: ColumnContract,
  rules: ContractTolerance,
): ContractDifference[] {
  if (found.missing <= contract.missing + rules.missing) return [];
  return [
    {
      column: contract.name,
      change: 'more missing',
      contract: percent(contract.missing),
      found: percent(found.missing),
    },
  ];
}

function list(levels: readonly (string | number)[]): string {
  const more = levels.length - SHOWN_LEVELS;
  const shown = levels.slice(0, SHOWN_LEVELS).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** In four digits, so that a small share is not 0. */
function percent(share: number): string {
  return `${Number((100 * share).toPrecision(4))} % missing`;
}
