import type { ContractSection } from '../config/index.ts';
import type { SourceLocation } from '@xgflow/data';

/** Which table, and how. */
export interface SourceRequest {
  readonly location: SourceLocation;
  readonly query?: string | undefined;
  /** Columns whose values are categories, the target's classes among them. */
  readonly categorical: readonly string[];
  readonly drop: readonly string[];
}

/** A table that is pulled and kept as a snapshot: of a database, or what a query gives. A file is its own snapshot. */
export function isPulled({ location, query }: Pick<SourceRequest, 'location' | 'query'>): boolean {
  return location.kind === 'postgres' || location.kind === 'sqlite' || query !== undefined;
}

/** A contract is written for what is pulled, and for a file whose sweep file has the section. */
export function wantsContract(
  request: Pick<SourceRequest, 'location' | 'query'>,
  contract: ContractSection | undefined,
): boolean {
  return contract !== undefined || isPulled(request);
}
