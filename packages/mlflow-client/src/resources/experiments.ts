import type { Call } from '../call/call.ts';
import { goneAfterRetry } from '../call/gone-after-retry.ts';
import type { CallOptions, Schemas } from '../call/operation.ts';
import { pages } from '../call/pages.ts';
import { AlreadyExistsError } from '../errors/already-exists-error.ts';
import { ExperimentDeletedError } from '../errors/experiment-deleted-error.ts';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.ts';
import { ResourceNotFoundError } from '../errors/resource-not-found-error.ts';
import { encodeTag, encodeTags } from '../wire/entities.ts';
import { LIMITS } from '../wire/limits.ts';
import { checkExperimentName } from '../wire/names.ts';
import { toExperiment, type Experiment } from './experiment.ts';
import { limited } from './limited.ts';
import { pageSize, searchTerms, sending, type SearchOptions } from './search-options.ts';

/** What a new experiment may have besides its name. */
export interface NewExperiment {
  /** Where its artifacts go. Default: below the server's artifact root. */
  readonly artifactLocation?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** `client.experiments`. */
export class Experiments {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /**
   * The experiment of this name, created when there is none. Safe when many processes do it at once.
   * @throws ExperimentDeletedError when the name lies in the trash; it never falls back to another experiment.
   */
  async ensure(
    name: string,
    create: NewExperiment = {},
    options: CallOptions = {},
  ): Promise<Experiment> {
    const existing = await this.getByName(name, options);
    if (existing !== null) return alive(existing);
    try {
      // A name is taken once: repeating the create after a lost answer makes nothing twice.
      return await this.get(
        await this.create(name, create, { repeatable: true, ...options }),
        options,
      );
    } catch (error) {
      const taken = error instanceof AlreadyExistsError || error instanceof OutcomeUnknownError;
      const found = taken ? await this.getByName(name, options) : null;
      if (found === null) throw error;
      return alive(found);
    }
  }

  /** Create and return the id. @throws AlreadyExistsError also when the name belongs to a deleted experiment. */
  async create(
    name: string,
    create: NewExperiment = {},
    options: CallOptions = {},
  ): Promise<string> {
    const body: Schemas['CreateExperiment'] = { name: checkExperimentName(name) };
    if (create.artifactLocation !== undefined) body.artifact_location = create.artifactLocation;
    if (create.tags !== undefined) {
      body.tags = encodeTags(create.tags, LIMITS.experimentTagValueLength);
    }
    const answer = await this.#call('POST', '/api/2.0/mlflow/experiments/create', {
      ...options,
      body,
    });
    return answer.experiment_id;
  }

  /** By id, deleted ones too. @throws ResourceNotFoundError */
  async get(experimentId: string, options: CallOptions = {}): Promise<Experiment> {
    const query = { experiment_id: experimentId };
    const answer = await this.#call('GET', '/api/2.0/mlflow/experiments/get', {
      ...options,
      query,
    });
    return toExperiment(answer.experiment);
  }

  /** By name, deleted ones too (`lifecycle_stage` tells); null when no experiment ever had the name. */
  async getByName(name: string, options: CallOptions = {}): Promise<Experiment | null> {
    const query = { experiment_name: name };
    try {
      const answer = await this.#call('GET', '/api/2.0/mlflow/experiments/get-by-name', {
        ...options,
        query,
      });
      return toExperiment(answer.experiment);
    } catch (error) {
      if (error instanceof ResourceNotFoundError) return null;
      throw error;
    }
  }

  /** All experiments that match, page by page. Default view: active ones. */
  search(
    options: SearchOptions & { readonly view?: Schemas['ViewType'] } = {},
  ): AsyncGenerator<Experiment, void, undefined> {
    const body = {
      ...searchTerms(options),
      view_type: options.view ?? 'ACTIVE_ONLY',
      max_results: pageSize(options, 1000),
    };
    const all = pages(
      async (page_token) => {
        const answer = await this.#call('POST', '/api/2.0/mlflow/experiments/search', {
          ...sending(options),
          repeatable: true,
          body: page_token === undefined ? body : { ...body, page_token },
        });
        return {
          items: (answer.experiments ?? []).map(toExperiment),
          nextPageToken: answer.next_page_token,
        };
      },
      (experiment) => experiment.experiment_id,
    );
    return limited(all, options.maxResults);
  }

  /** Rename. */
  async update(
    experimentId: string,
    change: { readonly name: string },
    options: CallOptions = {},
  ): Promise<void> {
    const body = { experiment_id: experimentId, new_name: checkExperimentName(change.name) };
    await this.#call('POST', '/api/2.0/mlflow/experiments/update', {
      repeatable: true,
      ...options,
      body,
    });
  }

  /** Move to the trash, with its runs; {@link restore} undoes it. */
  async delete(experimentId: string, options: CallOptions = {}): Promise<void> {
    const body = { experiment_id: experimentId };
    await goneAfterRetry(
      this.#call('POST', '/api/2.0/mlflow/experiments/delete', {
        repeatable: true,
        ...options,
        body,
      }),
    );
  }

  /** Take out of the trash, with its runs. */
  async restore(experimentId: string, options: CallOptions = {}): Promise<void> {
    const body = { experiment_id: experimentId };
    await goneAfterRetry(
      this.#call('POST', '/api/2.0/mlflow/experiments/restore', {
        repeatable: true,
        ...options,
        body,
      }),
    );
  }

  /** Set or replace one tag. */
  async setTag(
    experimentId: string,
    key: string,
    value: string,
    options: CallOptions = {},
  ): Promise<void> {
    const tag = encodeTag(key, value, LIMITS.experimentTagValueLength);
    const body = { experiment_id: experimentId, ...tag };
    await this.#call('POST', '/api/2.0/mlflow/experiments/set-experiment-tag', {
      repeatable: true,
      ...options,
      body,
    });
  }

  /** Delete one tag. @throws ResourceNotFoundError when the experiment has no such tag */
  async deleteTag(experimentId: string, key: string, options: CallOptions = {}): Promise<void> {
    const body = { experiment_id: experimentId, key };
    await goneAfterRetry(
      this.#call('POST', '/api/2.0/mlflow/experiments/delete-experiment-tag', {
        repeatable: true,
        ...options,
        body,
      }),
    );
  }
}

function alive(experiment: Experiment): Experiment {
  if (experiment.lifecycle_stage === 'deleted') {
    throw new ExperimentDeletedError(experiment.experiment_id, experiment.name);
  }
  return experiment;
}
