import type { ContractDifference } from '../contract/contract.ts';
import { DataError } from './data-error.ts';
import { oneLine } from './one-line.ts';

const SHOWN = 4;

/** A pull that is not as its contract says. */
export class ContractBrokenError extends DataError {
  override readonly name = 'ContractBrokenError';
  /** Where the contract is. */
  readonly contract: string;
  readonly differences: readonly ContractDifference[];

  constructor(
    contract: string,
    differences: readonly ContractDifference[],
    advice: string,
    options?: { cause: unknown },
  ) {
    const shown = differences
      .slice(0, SHOWN)
      .map(({ change, column, contract: was, found }) => `${column} ${change} (${was} → ${found})`);
    const more = differences.length - shown.length;
    const what = `the data is not as its contract says: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    super(oneLine(what, contract, advice), options);
    this.contract = contract;
    this.differences = differences;
  }
}
