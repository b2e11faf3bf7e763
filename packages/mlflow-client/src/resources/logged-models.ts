import { randomUUID } from 'node:crypto';
import type { Call } from '../call/call.ts';
import { collect } from '../call/collect.ts';
import { CREATE_KEY_TAG, createOnce } from '../call/create-once.ts';
import { goneAfterRetry } from '../call/gone-after-retry.ts';
import type { CallOptions, Schemas } from '../call/operation.ts';
import { pages } from '../call/pages.ts';
import { where } from '../search/filter.ts';
import { encodeModelParams, encodeModelTags, type KeyValue } from '../wire/entities.ts';
import { checkLoggedModelName } from '../wire/names.ts';
import type { ParamValue } from '../wire/param-string.ts';
import { limited } from './limited.ts';
import { logModelParams, paramParts } from './logged-model-params.ts';
import { toLoggedModel, type LoggedModel } from './logged-model.ts';
import { pageSize, sending, type SearchOptions } from './search-options.ts';

/** A logged model to create; its files are uploaded afterwards, then it is finalized. */
export interface NewLoggedModel {
  readonly experimentId: string;
  /** None of `/ : . % " '`. Default: one that the server makes up. */
  readonly name?: string;
  /** Run that made it. */
  readonly sourceRunId?: string;
  /** Free text such as `xgboost`. */
  readonly modelType?: string;
  /** Written as Python's `str()` would. */
  readonly params?: Readonly<Record<string, ParamValue>>;
  readonly tags?: Readonly<Record<string, string>>;
}

/** `client.loggedModels`, of MLflow 3. */
export class LoggedModels {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /**
   * Create, once even when answers are lost (it carries a tag `xgflow.create_key`).
   * The model is PENDING: upload its files to `info.artifact_uri`, then {@link finalize}.
   */
  async create(model: NewLoggedModel, options: CallOptions = {}): Promise<LoggedModel> {
    const key = randomUUID();
    const [params = [], ...more] = paramParts(encodeModelParams(model.params ?? {}));
    const body = toBody(model, params, key);
    const filter = where.tag(CREATE_KEY_TAG).eq(key);
    const made = await createOnce<LoggedModel>({
      send: async () => {
        const answer = await this.#call('POST', '/api/2.0/mlflow/logged-models', {
          ...options,
          body,
          repeatable: false,
        });
        return toLoggedModel(answer.model);
      },
      find: async () => {
        const search = { ...sending(options), experimentIds: [model.experimentId], filter };
        const found = await collect(this.search(search));
        return found.sort(
          (a, b) => (a.info.creation_timestamp_ms ?? 0) - (b.info.creation_timestamp_ms ?? 0),
        );
      },
      discard: (twin) => this.delete(twin.info.model_id, options),
    });
    const modelId = made.info.model_id;
    for (const part of more) await logModelParams(this.#call, modelId, part, options);
    return more.length > 0 ? this.get(modelId, options) : made;
  }

  /** Say that all files are there (READY), or that they never will be (UPLOAD_FAILED). */
  async finalize(
    modelId: string,
    outcome: 'READY' | 'UPLOAD_FAILED',
    options: CallOptions = {},
  ): Promise<LoggedModel> {
    const status = outcome === 'READY' ? 'LOGGED_MODEL_READY' : 'LOGGED_MODEL_UPLOAD_FAILED';
    const answer = await this.#call('PATCH', '/api/2.0/mlflow/logged-models/{model_id}', {
      ...options,
      path: { model_id: modelId },
      body: { model_id: modelId, status },
    });
    return toLoggedModel(answer.model);
  }

  /** @throws ResourceNotFoundError */
  async get(modelId: string, options: CallOptions = {}): Promise<LoggedModel> {
    const path = { model_id: modelId };
    const answer = await this.#call('GET', '/api/2.0/mlflow/logged-models/{model_id}', {
      ...options,
      path,
    });
    return toLoggedModel(answer.model);
  }

  /** All logged models of the experiments that match, page by page. */
  search(
    options: Omit<SearchOptions, 'orderBy'> & {
      readonly experimentIds: readonly string[];
      readonly orderBy?: readonly Schemas['SearchLoggedModelsOrderBy'][];
    },
  ): AsyncGenerator<LoggedModel, void, undefined> {
    const body = {
      experiment_ids: [...options.experimentIds],
      max_results: pageSize({ maxResults: options.maxResults }, 50),
      ...(options.filter === undefined ? {} : { filter: String(options.filter) }),
      ...(options.orderBy === undefined ? {} : { order_by: [...options.orderBy] }),
    };
    const all = pages(
      async (page_token) => {
        const answer = await this.#call('POST', '/api/2.0/mlflow/logged-models/search', {
          ...sending(options),
          repeatable: true,
          body: page_token === undefined ? body : { ...body, page_token },
        });
        return {
          items: (answer.models ?? []).map(toLoggedModel),
          nextPageToken: answer.next_page_token,
        };
      },
      (model) => model.info.model_id,
    );
    return limited(all, options.maxResults);
  }

  /** Set or replace tags. */
  async setTags(
    modelId: string,
    tags: Readonly<Record<string, string>>,
    options: CallOptions = {},
  ): Promise<void> {
    const path = { model_id: modelId };
    await this.#call('PATCH', '/api/2.0/mlflow/logged-models/{model_id}/tags', {
      ...options,
      path,
      body: { tags: encodeModelTags(tags) },
    });
  }

  /** Delete; its files stay in the artifact store. */
  async delete(modelId: string, options: CallOptions = {}): Promise<void> {
    const path = { model_id: modelId };
    await goneAfterRetry(
      this.#call('DELETE', '/api/2.0/mlflow/logged-models/{model_id}', { ...options, path }),
    );
  }
}

function toBody(
  model: NewLoggedModel,
  params: KeyValue[],
  key: string,
): Schemas['CreateLoggedModel'] {
  return {
    experiment_id: model.experimentId,
    params,
    tags: encodeModelTags({ ...model.tags, [CREATE_KEY_TAG]: key }),
    ...(model.name === undefined ? {} : { name: checkLoggedModelName(model.name) }),
    ...(model.sourceRunId === undefined ? {} : { source_run_id: model.sourceRunId }),
    ...(model.modelType === undefined ? {} : { model_type: model.modelType }),
  };
}
