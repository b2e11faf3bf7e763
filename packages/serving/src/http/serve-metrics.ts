import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ModelIdentity } from '../live/model-identity.ts';
import type { ScoringAnswer } from '../scoring/job.ts';

/** From 0.1 ms, a row, to 10 s, a full body. */
const SECONDS = [
  1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10,
];

interface Bound {
  readonly requests: Counter.Internal;
  readonly seconds: Histogram.Internal<string>;
}

/** What /metrics shows, in Prometheus's text format. */
export class ServeMetrics {
  readonly #registry = new Registry();
  readonly #bound = new Map<string, Bound>();
  readonly #requests = this.#counter('http_requests_total', 'Requests by route and status', [
    'route',
    'status',
  ]);
  readonly #rows = this.#counter('rows_total', 'Rows scored', []);
  readonly #unseen = this.#counter(
    'unseen_levels_total',
    'Cells with a level that the model never saw',
    ['feature'],
  );
  readonly #swaps = this.#counter('model_swaps_total', 'New versions, swapped in or refused', [
    'result',
  ]);
  readonly #pollFailures = this.#counter(
    'model_poll_failures_total',
    'Times that the alias could not be read',
    [],
  );
  readonly #workerDeaths = this.#counter(
    'worker_deaths_total',
    'Scoring threads that died and were replaced',
    [],
  );
  readonly #dropped = this.#counter(
    'connections_dropped_total',
    'Connections over the limit, or cut because they sent too far ahead of the answers',
    [],
  );
  readonly #seconds: Histogram;
  readonly #info: Gauge;

  /** @param now what is asked when somebody reads the metrics: requests that wait for a worker, and all */
  constructor(now: { readonly waiting: () => number; readonly inFlight: () => number }) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#seconds = new Histogram({
      name: 'xgflow_http_request_duration_seconds',
      help: 'From the headers to the end of the answer',
      labelNames: ['route'],
      buckets: SECONDS,
      registers,
    });
    this.#info = new Gauge({
      name: 'xgflow_model_info',
      help: 'The model that answers',
      labelNames: ['uri', 'name', 'version', 'run_id'],
      registers,
    });
    this.#watched('queue_depth', 'Requests that wait for a worker', now.waiting);
    this.#watched('http_requests_in_flight', 'Requests that are being answered', now.inFlight);
    for (const result of ['swapped', 'refused']) this.#swaps.inc({ result }, 0);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  request(route: string, status: number, milliseconds: number): void {
    const key = `${status} ${route}`;
    let bound = this.#bound.get(key);
    if (bound === undefined) {
      bound = {
        requests: this.#requests.labels(route, String(status)),
        seconds: this.#seconds.labels(route),
      };
      this.#bound.set(key, bound);
    }
    bound.requests.inc();
    bound.seconds.observe(milliseconds / 1000);
  }

  scored({ rows, unseen }: Pick<ScoringAnswer, 'rows' | 'unseen'>): void {
    this.#rows.inc(rows);
    for (const [feature, cells] of unseen) this.#unseen.inc({ feature }, cells);
  }

  model({ uri, name, version, run_id }: ModelIdentity): void {
    this.#info.reset();
    this.#info.set({ uri, name: name ?? '', version: version ?? '', run_id: run_id ?? '' }, 1);
  }

  swap(result: 'swapped' | 'refused'): void {
    this.#swaps.inc({ result });
  }

  pollFailure(): void {
    this.#pollFailures.inc();
  }

  workerDeath(): void {
    this.#workerDeaths.inc();
  }

  droppedConnection(): void {
    this.#dropped.inc();
  }

  #watched(name: string, help: string, value: () => number): void {
    new Gauge({
      name: `xgflow_${name}`,
      help,
      registers: [this.#registry],
      collect() {
        this.set(value());
      },
    });
  }

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `xgflow_${name}`, help, labelNames, registers: [this.#registry] });
  }
}
