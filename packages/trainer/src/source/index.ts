export { readTable } from './read-table.ts';
export type { ReadTable, ReadTableOptions } from './read-table.ts';
export { readAnything } from './read-location.ts';
export type { ContractOutcome, ContractUse } from './hold-to-contract.ts';
export { isPulled } from './source-request.ts';
