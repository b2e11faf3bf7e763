import { quoteKey } from './quote.ts';

/** One `order_by` term; `String(order)` is what goes on the wire. */
export class Order {
  readonly #column: string;
  readonly #direction: 'ASC' | 'DESC';

  /** Use {@link orderBy} instead. */
  constructor(column: string, direction: 'ASC' | 'DESC') {
    this.#column = column;
    this.#direction = direction;
  }

  toString(): string {
    return `${this.#column} ${this.#direction}`;
  }
}

/** A column that has yet to be given a direction. */
export interface OrderColumn {
  /** Smallest first. */
  asc(): Order;
  /** Largest first. */
  desc(): Order;
}

/**
 * Start of every order: `orderBy.metric('f1').desc()`. MLflow does not refuse a metric that no run has: it then orders by
 * start time, and it puts NaN before runs without the metric. Check what comes back before calling it best.
 */
export const orderBy = {
  metric: (key: string): OrderColumn => column(`metrics.${quoteKey(key)}`),
  param: (key: string): OrderColumn => column(`params.${quoteKey(key)}`),
  tag: (key: string): OrderColumn => column(`tags.${quoteKey(key)}`),
  /** Attribute of a run. */
  attribute: (
    key: 'start_time' | 'end_time' | 'run_name' | 'run_id' | 'status' | 'artifact_uri' | 'user_id',
  ): OrderColumn => column(`attributes.${key}`),
  /** Field of an experiment, registered model or model version. */
  field: (
    key:
      | 'name'
      | 'version_number'
      | 'creation_timestamp'
      | 'last_updated_timestamp'
      | 'last_update_time'
      | 'creation_time'
      | 'experiment_id',
  ): OrderColumn => column(key),
} as const;

function column(name: string): OrderColumn {
  return { asc: () => new Order(name, 'ASC'), desc: () => new Order(name, 'DESC') };
}
