import type { Call } from '../call/call.ts';
import { goneAfterRetry } from '../call/gone-after-retry.ts';
import type { CallOptions, Schemas } from '../call/operation.ts';
import { pages } from '../call/pages.ts';
import { createRun, type NewRun } from '../runs/create-run.ts';
import type { ParamValue } from '../wire/param-string.ts';
import { limited } from './limited.ts';
import { logBatch, type MetricPoint, type RunBatch } from './run-batch.ts';
import { logOutputs, type ModelOutput } from './run-outputs.ts';
import { toDatasetInput, type DatasetUse } from './run-inputs.ts';
import { toRunUpdate, type RunChange } from './run-update.ts';
import { toRun, type Run } from './run.ts';
import { pageSize, searchTerms, sending, type SearchOptions } from './search-options.ts';

/** Which runs to look for, and where. */
export interface RunSearch extends SearchOptions {
  readonly experimentIds: readonly string[];
  /** Default: `ACTIVE_ONLY`. */
  readonly view?: Schemas['ViewType'];
}

/** `client.runs`. */
export class Runs {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Create a run exactly once, even when answers are lost; see {@link NewRun} for what may be given. */
  create(run: NewRun, options: CallOptions = {}): Promise<Run> {
    return createRun(this.#call, run, options);
  }

  /** With the last value of every metric. @throws ResourceNotFoundError */
  async get(runId: string, options: CallOptions = {}): Promise<Run> {
    const answer = await this.#call('GET', '/api/2.0/mlflow/runs/get', {
      ...options,
      query: { run_id: runId },
    });
    return toRun(answer.run);
  }

  /** Change status, end time or name. A status that ends the run sets `end_time` to now unless one is given. */
  async update(
    runId: string,
    change: RunChange,
    options: CallOptions = {},
  ): Promise<Schemas['RunInfo']> {
    const body = toRunUpdate(runId, change);
    const answer = await this.#call('POST', '/api/2.0/mlflow/runs/update', {
      repeatable: true,
      ...options,
      body,
    });
    return answer.run_info;
  }

  /** All runs that match, page by page, each once. */
  search(options: RunSearch): AsyncGenerator<Run, void, undefined> {
    const body = {
      ...searchTerms(options),
      experiment_ids: [...options.experimentIds],
      run_view_type: options.view ?? 'ACTIVE_ONLY',
      max_results: pageSize(options, 1000),
    };
    const all = pages(
      async (page_token) => {
        const answer = await this.#call('POST', '/api/2.0/mlflow/runs/search', {
          ...sending(options),
          repeatable: true,
          body: page_token === undefined ? body : { ...body, page_token },
        });
        return { items: (answer.runs ?? []).map(toRun), nextPageToken: answer.next_page_token };
      },
      (run) => run.info.run_id,
    );
    return limited(all, options.maxResults);
  }

  /**
   * Log params, then tags and metrics, in as few requests as the server's limits allow. Timestamps are stamped once, so a
   * resend is byte-identical and the server keeps no point twice. Params go in requests of their own: one that
   * clashes with an earlier value costs no metric of the same call, which are logged before the error is thrown.
   * @throws EncodingError before anything is sent, ParamConflictError
   */
  async logBatch(runId: string, batch: RunBatch, options: CallOptions = {}): Promise<void> {
    await logBatch(this.#call, runId, batch, options);
  }

  /** One param. MLflow keeps params as text and never changes them. @throws ParamConflictError */
  async logParam(
    runId: string,
    key: string,
    value: ParamValue,
    options: CallOptions = {},
  ): Promise<void> {
    await this.logBatch(runId, { params: { [key]: value } }, options);
  }

  /** Many params. @throws ParamConflictError */
  async logParams(
    runId: string,
    params: Readonly<Record<string, ParamValue>>,
    options: CallOptions = {},
  ): Promise<void> {
    await this.logBatch(runId, { params }, options);
  }

  /** One point of one metric. */
  async logMetric(runId: string, point: MetricPoint, options: CallOptions = {}): Promise<void> {
    await this.logBatch(runId, { metrics: [point] }, options);
  }

  /** One point of many metrics, all of the same step and time. */
  async logMetrics(
    runId: string,
    metrics: Readonly<Record<string, number>>,
    at: { readonly step?: number; readonly timestamp?: number } = {},
    options: CallOptions = {},
  ): Promise<void> {
    const points = Object.entries(metrics).map(([key, value]) => ({ key, value, ...at }));
    await this.logBatch(runId, { metrics: points }, options);
  }

  /** Set or replace one tag. */
  async setTag(
    runId: string,
    key: string,
    value: string,
    options: CallOptions = {},
  ): Promise<void> {
    await this.logBatch(runId, { tags: { [key]: value } }, options);
  }

  /** Set or replace many tags. */
  async setTags(
    runId: string,
    tags: Readonly<Record<string, string>>,
    options: CallOptions = {},
  ): Promise<void> {
    await this.logBatch(runId, { tags }, options);
  }

  /** Delete one tag. @throws ResourceNotFoundError when the run has no such tag */
  async deleteTag(runId: string, key: string, options: CallOptions = {}): Promise<void> {
    const body = { run_id: runId, key };
    await goneAfterRetry(
      this.#call('POST', '/api/2.0/mlflow/runs/delete-tag', { repeatable: true, ...options, body }),
    );
  }

  /** Say which datasets the run used. Logging the same one again changes nothing. */
  async logInputs(
    runId: string,
    datasets: readonly DatasetUse[],
    options: CallOptions = {},
  ): Promise<void> {
    const body = { run_id: runId, datasets: datasets.map(toDatasetInput) };
    await this.#call('POST', '/api/2.0/mlflow/runs/log-inputs', {
      repeatable: true,
      ...options,
      body,
    });
  }

  /** Say which logged models the run made, and at which step. Saying it again changes nothing. */
  async logOutputs(
    runId: string,
    models: readonly ModelOutput[],
    options: CallOptions = {},
  ): Promise<void> {
    await logOutputs(this.#call, runId, models, options);
  }

  /** Move to the trash; {@link restore} undoes it. */
  async delete(runId: string, options: CallOptions = {}): Promise<void> {
    await this.#call('POST', '/api/2.0/mlflow/runs/delete', {
      repeatable: true,
      ...options,
      body: { run_id: runId },
    });
  }

  /** Take out of the trash. */
  async restore(runId: string, options: CallOptions = {}): Promise<void> {
    await this.#call('POST', '/api/2.0/mlflow/runs/restore', {
      repeatable: true,
      ...options,
      body: { run_id: runId },
    });
  }
}
