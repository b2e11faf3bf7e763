import type { Predictions, ScoreInput } from '@xgflow/model';
import { answerOf, refusalAnswer } from '../scoring/answer-job.ts';
import type { ScoringAnswer, ScoringJob } from '../scoring/job.ts';
import type { LoadedModel } from '../scoring/load-model.ts';
import { readJsonJob } from '../scoring/read-job.ts';

/** Rows that are scored at once, even though the turn of the event loop is not over. */
const MOST_ROWS = 64;

interface Waiting {
  readonly rows: ScoreInput;
  readonly resolve: (predictions: Predictions) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Scores small JSON bodies on the thread that received them. Those that arrive in one turn of the
 * event loop share a call of the library; none waits for others to come. See decision 49.
 */
export class InlineScorer implements Disposable {
  readonly #model: LoadedModel;
  #waiting: Waiting[] = [];
  #rows = 0;

  /** @param model freed with this */
  constructor(model: LoadedModel) {
    this.#model = model;
  }

  /** Resolves at the end of this turn of the event loop. Refusals are answers. @throws the library's errors */
  async run(job: ScoringJob): Promise<ScoringAnswer> {
    const { predictor } = this.#model;
    try {
      const read = readJsonJob(predictor, job);
      return answerOf(predictor, read, await this.#predict(read.rows));
    } catch (error) {
      return refusalAnswer(error, job);
    }
  }

  /** Scores what waits, then frees the model. */
  [Symbol.dispose](): void {
    this.#scoreWaiting();
    this.#model[Symbol.dispose]();
  }

  #predict(rows: ScoreInput): Promise<Predictions> {
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.push({ rows, resolve, reject });
      this.#rows += rows.encoded.rows;
      if (this.#rows >= MOST_ROWS) this.#scoreWaiting();
      else if (waiting === 1) {
        setImmediate(() => {
          this.#scoreWaiting();
        });
      }
    });
  }

  #scoreWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#rows = 0;
    if (waiting.length > 0) this.#score(waiting);
  }

  #score(together: readonly Waiting[]): void {
    try {
      const predictions = this.#model.predictor.predictEncoded(together.map(({ rows }) => rows));
      for (const [at, own] of predictions.entries()) together[at]?.resolve(own);
    } catch (error) {
      if (together.length === 1) together[0]?.reject(error);
      // One that the library refuses must not fail its neighbours.
      else for (const one of together) this.#score([one]);
    }
  }
}
