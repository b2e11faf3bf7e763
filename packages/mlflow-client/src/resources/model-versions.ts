import { randomUUID } from 'node:crypto';
import type { Call } from '../call/call.ts';
import { collect } from '../call/collect.ts';
import { CREATE_KEY_TAG, createOnce } from '../call/create-once.ts';
import { goneAfterRetry } from '../call/gone-after-retry.ts';
import type { CallOptions, Schemas } from '../call/operation.ts';
import { pages } from '../call/pages.ts';
import { InvalidParameterError } from '../errors/invalid-parameter-error.ts';
import { where } from '../search/filter.ts';
import { encodeTag, encodeTags } from '../wire/entities.ts';
import { LIMITS } from '../wire/limits.ts';
import { awaitReady } from './await-ready.ts';
import { limited } from './limited.ts';
import { LOGGED_MODEL_SOURCE, toModelVersion, type ModelVersion } from './model-version.ts';
import { pageSize, searchTerms, sending, type SearchOptions } from './search-options.ts';

/** A model version to create. */
export interface NewModelVersion {
  /** Registered model; it must exist (`registeredModels.ensure`). */
  readonly name: string;
  /** Where its files are: `models:/m-…` for a logged model, or an artifact URI. MLflow does not check that they exist. */
  readonly source: string;
  /** Run that holds `source`; MLflow 3 wants it for a source among a run's artifacts. */
  readonly runId?: string;
  /** Logged model, `m-…`, which MLflow 3 wants beside a source `models:/m-…`. Default: taken from the source. */
  readonly modelId?: string;
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** How long to wait until it is READY, ms. Default: 300 000. */
  readonly waitMs?: number;
}

/** `client.modelVersions`. Versions are texts such as `3`. */
export class ModelVersions {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Create one version, once even when answers are lost (it carries a tag `xgflow.create_key`), and wait until it is READY. */
  async create(version: NewModelVersion, options: CallOptions = {}): Promise<ModelVersion> {
    const key = randomUUID();
    const body = toBody(version, key);
    const filter = where.field('name').eq(version.name).and(where.tag(CREATE_KEY_TAG).eq(key));
    const made = await createOnce<ModelVersion>({
      send: async () => {
        const path = '/api/2.0/mlflow/model-versions/create';
        const answer = await this.#call('POST', path, { ...options, body, repeatable: false });
        return toModelVersion(answer.model_version);
      },
      find: async () => {
        const found = await collect(this.search({ ...sending(options), filter }));
        return found.sort((a, b) => Number(a.version) - Number(b.version));
      },
      discard: (twin) => this.delete(twin.name, twin.version, options),
    });
    return awaitReady(
      made,
      () => this.get(made.name, made.version, options),
      version.waitMs ?? 300_000,
      options.signal,
    );
  }

  /** @throws ResourceNotFoundError */
  async get(name: string, version: string, options: CallOptions = {}): Promise<ModelVersion> {
    const answer = await this.#call('GET', '/api/2.0/mlflow/model-versions/get', {
      ...options,
      query: { name, version },
    });
    return toModelVersion(answer.model_version);
  }

  /** The version that an alias points at; null when the model has no such alias. @throws ResourceNotFoundError: no such model. */
  async getByAlias(
    name: string,
    alias: string,
    options: CallOptions = {},
  ): Promise<ModelVersion | null> {
    const path = '/api/2.0/mlflow/registered-models/alias';
    try {
      const answer = await this.#call('GET', path, { ...options, query: { name, alias } });
      return toModelVersion(answer.model_version);
    } catch (error) {
      // MLflow answers 400 INVALID_PARAMETER_VALUE, not 404, for an alias that is not there.
      if (error instanceof InvalidParameterError && /alias .*not found/i.test(error.reason))
        return null;
      throw error;
    }
  }

  /** All versions that match, page by page; `where.field('name').eq(…)` for those of one model. */
  search(options: SearchOptions = {}): AsyncGenerator<ModelVersion, void, undefined> {
    const query = { ...searchTerms(options), max_results: pageSize(options, 10_000) };
    const all = pages(
      async (page_token) => {
        const answer = await this.#call('GET', '/api/2.0/mlflow/model-versions/search', {
          ...sending(options),
          query: page_token === undefined ? query : { ...query, page_token },
        });
        return {
          items: (answer.model_versions ?? []).map(toModelVersion),
          nextPageToken: answer.next_page_token,
        };
      },
      (version) => `${version.name}/${version.version}`,
    );
    return limited(all, options.maxResults);
  }

  /** Change the description. */
  async update(
    name: string,
    version: string,
    change: { readonly description: string },
    options: CallOptions = {},
  ): Promise<ModelVersion> {
    const body = { name, version, ...change };
    const answer = await this.#call('PATCH', '/api/2.0/mlflow/model-versions/update', {
      ...options,
      body,
    });
    return toModelVersion(answer.model_version);
  }

  /** Set or replace one tag. */
  async setTag(
    name: string,
    version: string,
    key: string,
    value: string,
    options: CallOptions = {},
  ): Promise<void> {
    const body = { name, version, ...encodeTag(key, value, LIMITS.registryTagValueLength) };
    await this.#call('POST', '/api/2.0/mlflow/model-versions/set-tag', {
      repeatable: true,
      ...options,
      body,
    });
  }

  /** Delete one tag; one that is not there is no error. */
  async deleteTag(
    name: string,
    version: string,
    key: string,
    options: CallOptions = {},
  ): Promise<void> {
    await this.#call('DELETE', '/api/2.0/mlflow/model-versions/delete-tag', {
      ...options,
      body: { name, version, key },
    });
  }

  /** Delete for good; its number is not used again. */
  async delete(name: string, version: string, options: CallOptions = {}): Promise<void> {
    await goneAfterRetry(
      this.#call('DELETE', '/api/2.0/mlflow/model-versions/delete', {
        ...options,
        body: { name, version },
      }),
    );
  }
}

function toBody(version: NewModelVersion, key: string): Schemas['CreateModelVersion'] {
  const modelId = version.modelId ?? LOGGED_MODEL_SOURCE.exec(version.source)?.[1];
  return {
    name: version.name,
    source: version.source,
    tags: encodeTags({ ...version.tags, [CREATE_KEY_TAG]: key }, LIMITS.registryTagValueLength),
    ...(version.runId === undefined ? {} : { run_id: version.runId }),
    ...(modelId === undefined ? {} : { model_id: modelId }),
    ...(version.description === undefined ? {} : { description: version.description }),
  };
}
