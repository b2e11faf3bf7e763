import {
  compareContract,
  ContractBrokenError,
  DataError,
  inferContract,
  readContract,
  writeContract,
} from '@xgflow/data';
import type { Contract, ContractDifference, Table } from '@xgflow/data';
import type { ContractSection } from '../config/index.ts';
import { readAnything } from './read-location.ts';
import { sourceColumns } from './source-columns.ts';
import type { SourceRequest } from './source-request.ts';

/** What to do with a contract: write the first and hold every pull to it, write it anew, or only look. */
export type ContractUse = 'keep' | 'accept' | 'look';

/** What became of a contract. */
export interface ContractOutcome {
  /** The file. */
  readonly file: string;
  /** `none`: there is no file, and none was to be written. */
  readonly state: 'written' | 'accepted' | 'holds' | 'none';
  /** With `accepted`: in what the new contract differs from the one before. */
  readonly differences: readonly ContractDifference[];
}

export interface HoldOptions {
  readonly file: string;
  readonly use: ContractUse;
  readonly section: ContractSection | undefined;
  /** The command that accepts the data as it is, for the error. */
  readonly acceptWith: string;
  readonly signal?: AbortSignal;
}

/**
 * Reads a table and holds it to its contract. A table that cannot even be read as the sweep file says is read
 * loosely, so that the contract tells what became of its columns; not to be accepted, because no sweep can read it.
 *
 * @throws {ContractBrokenError} · {DataError} of the reading
 */
export async function holdToContract(
  request: SourceRequest,
  read: () => Promise<Table>,
  options: HoldOptions,
): Promise<{ readonly table: Table; readonly outcome: ContractOutcome }> {
  const { file, use } = options;
  const contract = await readContract(file);
  const table = await read().catch(async (error: unknown) => {
    // Who accepts the data knows the differences; what the sweep file asks for in vain is what is left to correct.
    if (contract === undefined || use === 'accept' || !(error instanceof DataError)) throw error;
    const found = await looseContract(request, contract, options.signal);
    if (found !== undefined) refuse(contract, found, options, error);
    throw error;
  });
  const found = inferContract(table);
  const differences = contract === undefined ? [] : differ(contract, found, options);
  if (use === 'accept') {
    await writeContract(file, found);
    return { table, outcome: { file, state: 'accepted', differences } };
  }
  if (contract !== undefined) {
    refuse(contract, found, options);
    return { table, outcome: { file, state: 'holds', differences: [] } };
  }
  if (use === 'keep') await writeContract(file, found);
  return { table, outcome: { file, state: use === 'keep' ? 'written' : 'none', differences: [] } };
}

function differ(contract: Contract, found: Contract, { section }: HoldOptions) {
  return compareContract(contract, found, {
    ...(section === undefined
      ? {}
      : {
          range: section.range,
          missing: section.missing,
          newLevels: section.new_levels,
          addedColumns: section.added_columns,
        }),
  });
}

function refuse(contract: Contract, found: Contract, options: HoldOptions, cause?: Error): void {
  const differences = differ(contract, found, options);
  if (differences.length === 0) return;
  throw new ContractBrokenError(
    options.file,
    differences,
    `correct the data or the query; to accept it as it is: ${options.acceptWith}`,
    cause === undefined ? undefined : { cause },
  );
}

/** What the table is when nothing is demanded of it; undefined when it cannot be read even so. */
async function looseContract(
  { location, query, categorical, drop }: SourceRequest,
  contract: Contract,
  signal: AbortSignal | undefined,
): Promise<Contract | undefined> {
  try {
    const { names, unsupported } = await sourceColumns(location, query);
    const there = (name: string): boolean => names.includes(name) && !unsupported.includes(name);
    const levels = contract.columns.filter(({ kind }) => kind === 'categorical');
    const declared = new Set([...categorical, ...levels.map(({ name }) => name)]);
    const dropped = [...drop.filter((name) => names.includes(name)), ...unsupported];
    const table = await readAnything(location, query, {
      categorical: [...declared].filter((name) => there(name) && !dropped.includes(name)),
      drop: dropped,
      ...(signal ? { signal } : {}),
    });
    return inferContract(table);
  } catch (error) {
    if (error instanceof DataError) return undefined;
    throw error;
  }
}
