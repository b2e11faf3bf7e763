import { earlyStopping } from '../callbacks/early-stopping.ts';
import type { EarlyStopping } from '../callbacks/early-stopping.ts';
import type { EvalHistory } from '../callbacks/callback.ts';
import { TrainingAbortedError } from '../errors/training-aborted-error.ts';
import type { CvHistory, CvOptions, CvResult, CvScores } from './cv-options.ts';
import type { FoldBooster } from './fold-booster.ts';
import { foldScore } from './fold-score.ts';

/** One run of the boosters of all folds, round by round. */
export class CrossValidation {
  readonly #boosters: readonly FoldBooster[];
  readonly #options: CvOptions;
  readonly #stopping: EarlyStopping | undefined;
  readonly #history: CvHistory = { train: {}, test: {} };

  constructor(boosters: readonly FoldBooster[], options: CvOptions) {
    this.#boosters = boosters;
    this.#options = options;
    this.#stopping = options.earlyStopping && earlyStopping(options.earlyStopping);
  }

  run(): CvResult {
    const { rounds, signal } = this.#options;
    const [first] = this.#boosters;
    if (first) this.#stopping?.beforeTraining?.(first);
    for (let round = 0; round < rounds; round++) {
      if (signal?.aborted === true) throw new TrainingAbortedError(round, { cause: signal.reason });
      // In turn, as in Python: the folds draw from one random generator, so the order is part of the result.
      for (const booster of this.#boosters) booster.update(round);
      for (const booster of this.#boosters) booster.evaluate(round);
      const scores = this.#record();
      this.#options.onRound?.({ round, scores });
      if (first && this.#stopping?.afterIteration?.(this.#seenBy(first), round) === true) {
        return this.#result(round + 1, (this.#stopping.bestIteration ?? round) + 1);
      }
    }
    return this.#result(rounds, rounds);
  }

  /** Adds the scores of the latest round to the history. */
  #record(): CvScores {
    const scores: CvScores = { train: {}, test: {} };
    for (const data of ['train', 'test'] as const) {
      for (const metric of Object.keys(this.#boosters[0]?.history[data] ?? {})) {
        const values = this.#boosters.map(({ history }) => history[data]?.[metric]?.at(-1) ?? NaN);
        const score = foldScore(values);
        const past = (this.#history[data][metric] ??= { mean: [], std: [] });
        past.mean.push(score.mean);
        past.std.push(score.std);
        scores[data][metric] = score;
      }
    }
    return scores;
  }

  /** Early stopping looks at the means; what it writes into a booster is that of the first fold. */
  #seenBy({ booster }: FoldBooster) {
    const history: EvalHistory = {};
    for (const [data, metrics] of Object.entries(this.#history)) {
      history[data] = Object.fromEntries(
        Object.entries(metrics).map(([metric, { mean }]) => [metric, mean]),
      );
    }
    return { booster, history };
  }

  #result(rounds: number, kept: number): CvResult {
    for (const metrics of Object.values(this.#history)) {
      for (const { mean, std } of Object.values(metrics)) {
        mean.length = kept;
        std.length = kept;
      }
    }
    const { bestIteration, bestScore } = this.#stopping ?? {};
    return {
      history: this.#history,
      rounds,
      ...(bestIteration === undefined ? {} : { bestIteration }),
      ...(bestScore === undefined ? {} : { bestScore }),
    };
  }
}
