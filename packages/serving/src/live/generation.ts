import type { ResolvedModel } from '@xgflow/mlflow-client';
import { trimMemory } from '@xgflow/model';
import { ScorePool, type PoolOptions } from '../pool/score-pool.ts';
import type { ScoringAnswer, ScoringJob } from '../scoring/job.ts';
import { loadModel } from '../scoring/load-model.ts';
import type { ModelFacts } from '../scoring/model-facts.ts';
import { InlineScorer } from './inline-scorer.ts';
import { identityHeaders, identityOf, type ModelIdentity } from './model-identity.ts';

/**
 * Bodies up to this size are scored on the thread that received them: a worker would cost more than
 * the scoring. See decision 33 for the measurement.
 */
const INLINE_BYTES = 8 * 1024;
/** A model that is slower than this, in milliseconds a row, is scored by workers only. */
const INLINE_ROW_MS = 0.3;
/** A larger model would hold the requests up while it is swapped in: about 50 ms a MiB. */
const INLINE_MODEL_BYTES = 2 * 2 ** 20;

/** One version of the model with everything that scores it; each request is answered by exactly one. */
export class Generation {
  readonly identity: ModelIdentity;
  readonly facts: ModelFacts;
  /** Response headers that say which model answered. */
  readonly headers: Readonly<Record<string, string>>;
  /** The identity as JSON, for the answers. */
  readonly identityText: string;
  readonly #pool: ScorePool;
  #inline: InlineScorer | undefined;

  private constructor(
    uri: string,
    resolved: ResolvedModel,
    parts: { facts: ModelFacts; pool: ScorePool; inline: InlineScorer | undefined },
  ) {
    this.facts = parts.facts;
    this.identity = identityOf(uri, resolved, parts.facts);
    this.headers = identityHeaders(this.identity);
    this.identityText = JSON.stringify(this.identity);
    this.#pool = parts.pool;
    this.#inline = parts.inline;
  }

  /** The first version: loaded here, so that it answers at once; `startWorkers()` does the rest. */
  static async first(
    uri: string,
    resolved: ResolvedModel,
    options: PoolOptions,
  ): Promise<Generation> {
    const loaded = await loadModel(resolved.directory);
    const { facts } = loaded;
    const pool = new ScorePool(resolved.directory, options);
    const inline = facts.rowMs <= INLINE_ROW_MS ? new InlineScorer(loaded) : undefined;
    if (inline === undefined) loaded[Symbol.dispose]();
    return new Generation(uri, resolved, { facts, pool, inline });
  }

  /**
   * A later version: loaded and tried in a worker while the one before goes on answering.
   *
   * @throws {ModelRefusedError} · {WorkerDiedError}
   */
  static async next(
    uri: string,
    resolved: ResolvedModel,
    options: PoolOptions,
  ): Promise<Generation> {
    const pool = new ScorePool(resolved.directory, options);
    try {
      const facts = await pool.start();
      const quick = facts.rowMs <= INLINE_ROW_MS && facts.bytes <= INLINE_MODEL_BYTES;
      const inline = quick ? new InlineScorer(await loadModel(resolved.directory)) : undefined;
      return new Generation(uri, resolved, { facts, pool, inline });
    } catch (error) {
      await pool.destroy();
      throw error;
    }
  }

  /** Starts the workers of the first version. */
  startWorkers(): void {
    this.#pool.startProven();
  }

  /** Jobs that wait for a worker. */
  get waiting(): number {
    return this.#pool.waiting;
  }

  /** Scores here what is small, and by a worker what is not. @throws {OverloadedError} · {WorkerDiedError} */
  score(job: ScoringJob, isGone?: () => boolean): Promise<ScoringAnswer> {
    const { kind, format, body } = job;
    const small = kind !== 'explain' && format === 'json' && body.byteLength <= INLINE_BYTES;
    return small && this.#inline ? this.#inline.run(job) : this.#pool.run(job, isGone);
  }

  /** Lets go of what waits for a worker and nobody waits for. */
  dropGone(): void {
    this.#pool.dropGone();
  }

  /** Answers what it has taken on, then frees everything. */
  async close(): Promise<void> {
    await this.#pool.close();
    this.#free();
    trimMemory();
  }

  /** Frees everything at once; what the workers hold fails. */
  async destroy(): Promise<void> {
    await this.#pool.destroy();
    this.#free();
  }

  #free(): void {
    this.#inline?.[Symbol.dispose]();
    this.#inline = undefined;
  }
}
