import type { CallOptions } from '../call/operation.ts';
import { EncodingError } from '../errors/encoding-error.ts';
import type { Filter } from '../search/filter.ts';
import type { Order } from '../search/order.ts';

/** What every search takes. */
export interface SearchOptions extends Pick<CallOptions, 'signal' | 'deadlineMs'> {
  /** From `where`, or a string in MLflow's grammar. Default: everything. */
  readonly filter?: Filter | string | undefined;
  /** From `orderBy`, or strings such as `metrics.f1 DESC`. Default: the server's order. */
  readonly orderBy?: readonly (Order | string)[] | undefined;
  /** End after so many items: a whole number. Default: all of them. */
  readonly maxResults?: number | undefined;
}

/** Filter and order as the wire wants them; absent ones are left out. */
export function searchTerms(options: SearchOptions): { filter?: string; order_by?: string[] } {
  const filter = options.filter === undefined ? '' : String(options.filter);
  const order = (options.orderBy ?? []).map((term) => String(term));
  return {
    ...(filter === '' ? {} : { filter }),
    ...(order.length === 0 ? {} : { order_by: order }),
  };
}

/**
 * Items per request: no more than wanted, no more than the server allows.
 * @throws EncodingError for a fraction, with which the server loses the filter and finds nothing.
 */
export function pageSize(options: SearchOptions, most: number): number {
  const maxResults = options.maxResults ?? most;
  if (maxResults < 0 || !(Number.isInteger(maxResults) || maxResults === Infinity)) {
    throw new EncodingError('maxResults', `is ${maxResults}, not a whole number from 0 on`);
  }
  return Math.max(1, Math.min(maxResults, most));
}

/** The part of the options that concerns the sending. */
export function sending({ signal, deadlineMs }: Pick<CallOptions, 'signal' | 'deadlineMs'>): {
  signal?: AbortSignal;
  deadlineMs?: number;
} {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  };
}
