import type { Call } from '../call/call.ts';
import { goneAfterRetry } from '../call/gone-after-retry.ts';
import type { CallOptions, Schemas } from '../call/operation.ts';
import { pages } from '../call/pages.ts';
import { AlreadyExistsError } from '../errors/already-exists-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { ResourceNotFoundError } from '../errors/resource-not-found-error.ts';
import { encodeTag, encodeTags } from '../wire/entities.ts';
import { LIMITS } from '../wire/limits.ts';
import { checkAlias, checkRegisteredModelName } from '../wire/names.ts';
import { limited } from './limited.ts';
import { toRegisteredModel, type RegisteredModel } from './registered-model.ts';
import { pageSize, searchTerms, sending, type SearchOptions } from './search-options.ts';

/** What a new registered model may have besides its name. */
export interface NewRegisteredModel {
  readonly description?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** `client.registeredModels`. */
export class RegisteredModels {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** The registered model of this name, created when there is none. Safe when many processes do it at once. */
  async ensure(
    name: string,
    create: NewRegisteredModel = {},
    options: CallOptions = {},
  ): Promise<RegisteredModel> {
    const existing = await this.#find(name, options);
    if (existing !== null) return existing;
    try {
      // A name is taken once: repeating the create after a lost answer makes nothing twice.
      return await this.create(name, create, { repeatable: true, ...options });
    } catch (error) {
      const taken = error instanceof AlreadyExistsError || error instanceof OutcomeUnknownError;
      const found = taken ? await this.#find(name, options) : null;
      if (found === null) throw error;
      return found;
    }
  }

  /** @throws AlreadyExistsError */
  async create(
    name: string,
    create: NewRegisteredModel = {},
    options: CallOptions = {},
  ): Promise<RegisteredModel> {
    const body: Schemas['CreateRegisteredModel'] = { name: checkRegisteredModelName(name) };
    if (create.description !== undefined) body.description = create.description;
    if (create.tags !== undefined) {
      body.tags = encodeTags(create.tags, LIMITS.registryTagValueLength);
    }
    const answer = await this.#call('POST', '/api/2.0/mlflow/registered-models/create', {
      ...options,
      body,
    });
    return toRegisteredModel(answer.registered_model);
  }

  /** With its aliases and the newest version of each stage. @throws ResourceNotFoundError */
  async get(name: string, options: CallOptions = {}): Promise<RegisteredModel> {
    const answer = await this.#call('GET', '/api/2.0/mlflow/registered-models/get', {
      ...options,
      query: { name },
    });
    return toRegisteredModel(answer.registered_model);
  }

  /** All registered models that match, page by page. */
  search(options: SearchOptions = {}): AsyncGenerator<RegisteredModel, void, undefined> {
    const query = { ...searchTerms(options), max_results: pageSize(options, 1000) };
    const all = pages(
      async (page_token) => {
        const answer = await this.#call('GET', '/api/2.0/mlflow/registered-models/search', {
          ...sending(options),
          query: page_token === undefined ? query : { ...query, page_token },
        });
        return {
          items: (answer.registered_models ?? []).map(toRegisteredModel),
          nextPageToken: answer.next_page_token,
        };
      },
      (model) => model.name,
    );
    return limited(all, options.maxResults);
  }

  /** Change the description. */
  async update(
    name: string,
    change: { readonly description: string },
    options: CallOptions = {},
  ): Promise<RegisteredModel> {
    const answer = await this.#call('PATCH', '/api/2.0/mlflow/registered-models/update', {
      ...options,
      body: { name, ...change },
    });
    return toRegisteredModel(answer.registered_model);
  }

  /** Rename; versions, aliases and tags stay. @throws AlreadyExistsError when another model has the new name */
  async rename(name: string, newName: string, options: CallOptions = {}): Promise<RegisteredModel> {
    const body = { name, new_name: checkRegisteredModelName(newName) };
    await goneAfterRetry(
      this.#call('POST', '/api/2.0/mlflow/registered-models/rename', {
        repeatable: true,
        ...options,
        body,
      }),
    );
    return this.get(newName, options);
  }

  /** Delete it with all versions, for good. */
  async delete(name: string, options: CallOptions = {}): Promise<void> {
    await goneAfterRetry(
      this.#call('DELETE', '/api/2.0/mlflow/registered-models/delete', {
        ...options,
        body: { name },
      }),
    );
  }

  /** Set or replace one tag. */
  async setTag(name: string, key: string, value: string, options: CallOptions = {}): Promise<void> {
    const body = { name, ...encodeTag(key, value, LIMITS.registryTagValueLength) };
    await this.#call('POST', '/api/2.0/mlflow/registered-models/set-tag', {
      repeatable: true,
      ...options,
      body,
    });
  }

  /** Point an alias at a version; it moves when it exists. `latest` and `v1` are reserved. */
  async setAlias(
    name: string,
    alias: string,
    version: string,
    options: CallOptions = {},
  ): Promise<void> {
    const body = { name, alias: checkAlias(alias), version };
    await this.#call('POST', '/api/2.0/mlflow/registered-models/alias', {
      repeatable: true,
      ...options,
      body,
    });
  }

  /** Remove an alias; one that is not there is no error. */
  async deleteAlias(name: string, alias: string, options: CallOptions = {}): Promise<void> {
    await this.#call('DELETE', '/api/2.0/mlflow/registered-models/alias', {
      ...options,
      body: { name, alias },
    });
  }

  async #find(name: string, options: CallOptions): Promise<RegisteredModel | null> {
    try {
      return await this.get(name, options);
    } catch (error) {
      if (error instanceof ResourceNotFoundError) return null;
      throw error;
    }
  }
}
