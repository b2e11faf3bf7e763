import type { Call } from '../call/call.ts';
import type { CallOptions } from '../call/operation.ts';
import { pages } from '../call/pages.ts';
import { toMetric, type Metric } from './metric.ts';
import { sending } from './search-options.ts';

/** Points per request; the server's own default. */
const PAGE = 25_000;

/** `client.metrics`. */
export class Metrics {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Every point of one metric of a run, in the server's order (timestamp, step, value), over all pages. */
  history(
    runId: string,
    key: string,
    options: Pick<CallOptions, 'signal' | 'deadlineMs'> = {},
  ): AsyncGenerator<Metric, void, undefined> {
    const query = { run_id: runId, metric_key: key, max_results: PAGE };
    return pages(async (page_token) => {
      const answer = await this.#call('GET', '/api/2.0/mlflow/metrics/get-history', {
        ...sending(options),
        query: page_token === undefined ? query : { ...query, page_token },
      });
      return { items: (answer.metrics ?? []).map(toMetric), nextPageToken: answer.next_page_token };
    });
  }
}
