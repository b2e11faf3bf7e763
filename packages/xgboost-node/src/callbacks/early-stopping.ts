import type { Booster } from '../booster/booster.ts';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import type { Callback, EvalHistory } from './callback.ts';
import { isMaximized } from './metric-direction.ts';
import { pythonFloat } from './python-float.ts';

export interface EarlyStoppingOptions {
  /** Stop after this many rounds in a row without improvement. */
  rounds: number;
  /** Metric to watch. Default: the last one. */
  metric?: string;
  /** Name of the eval set to watch. Default: the last one. */
  data?: string;
  /** Whether larger is better. Default: true for auc, aucpr, pre, map and ndcg, else false. */
  maximize?: boolean;
  /** An improvement must be larger than this. Default 0. */
  minDelta?: number;
  /** Return the model of the best round instead of the last. Not for gblinear. Default false. */
  saveBest?: boolean;
}

/** Early stopping with what it found. */
export interface EarlyStopping extends Callback {
  /** 0-based, counting rounds of a continued model too; undefined before the first round. */
  readonly bestIteration: number | undefined;
  readonly bestScore: number | undefined;
}

function checkOptions({ rounds, minDelta = 0 }: EarlyStoppingOptions): void {
  if (!Number.isSafeInteger(rounds) || rounds < 1) {
    throw new InvalidArgumentError(
      `earlyStopping.rounds is ${rounds}; give a whole number ≥ 1`,
      'earlyStopping.rounds',
    );
  }
  if (!Number.isFinite(minDelta) || minDelta < 0) {
    throw new InvalidArgumentError(
      `earlyStopping.minDelta is ${minDelta}; give a number ≥ 0`,
      'earlyStopping.minDelta',
    );
  }
}

/** The last entry of `record`, or the one named. */
function pick<Value>(
  record: Record<string, Value>,
  name: string | undefined,
  kind: string,
): [string, Value] {
  const names = Object.keys(record);
  const chosen = name ?? names.at(-1);
  const value = chosen === undefined ? undefined : record[chosen];
  if (chosen !== undefined && value !== undefined) return [chosen, value];
  throw new InvalidArgumentError(
    chosen === undefined
      ? 'early stopping needs at least one eval set; give evals'
      : `early stopping watches the ${kind} ${JSON.stringify(chosen)}, which is not evaluated; use one of ${names.join(', ')}`,
    `earlyStopping.${kind}`,
  );
}

class StopWhenNotImproving implements EarlyStopping {
  bestIteration: number | undefined;
  bestScore: number | undefined;
  readonly #options: EarlyStoppingOptions;
  #maximize: boolean | undefined;
  #startingRound = 0;
  #roundsWithout = 0;

  constructor(options: EarlyStoppingOptions) {
    checkOptions(options);
    this.#options = options;
    this.#maximize = options.maximize;
  }

  beforeTraining({ booster }: { booster: Booster }): void {
    this.#startingRound = booster.roundCount;
    this.#roundsWithout = 0;
    this.bestIteration = undefined;
    this.bestScore = undefined;
  }

  afterIteration(
    { booster, history }: { booster: Booster; history: EvalHistory },
    round: number,
  ): boolean {
    const [, metrics] = pick(history, this.#options.data, 'data');
    const [metric, scores] = pick(metrics, this.#options.metric, 'metric');
    this.#maximize ??= isMaximized(metric);
    const score = scores.at(-1) ?? NaN;
    if (this.#improves(score)) {
      this.bestScore = score;
      this.bestIteration = round + this.#startingRound;
      this.#roundsWithout = 0;
      this.#store(booster);
    } else {
      this.#roundsWithout += 1;
    }
    return this.#roundsWithout >= this.#options.rounds;
  }

  afterTraining({ booster }: { booster: Booster }): Booster | undefined {
    if (this.#options.saveBest !== true || this.bestIteration === undefined) return undefined;
    const best = booster.slice(0, this.bestIteration + 1);
    this.#store(best);
    return best;
  }

  /** The first round always counts. NaN compares as no improvement, and nothing improves on NaN, as in Python. */
  #improves(score: number): boolean {
    if (this.bestScore === undefined) return true;
    const { minDelta = 0 } = this.#options;
    return this.#maximize === true
      ? score - minDelta > this.bestScore
      : this.bestScore - minDelta > score;
  }

  #store(booster: Booster): void {
    if (this.bestScore === undefined) return;
    booster.setAttribute('best_score', pythonFloat(this.bestScore));
    booster.setAttribute('best_iteration', String(this.bestIteration));
  }
}

/**
 * Stops the training when a score no longer improves, by the rules of Python's EarlyStopping, and
 * stores `best_iteration` and `best_score` in the model.
 *
 * @throws InvalidArgumentError for bad options; during training when the data or metric is not evaluated.
 */
export function earlyStopping(options: EarlyStoppingOptions): EarlyStopping {
  return new StopWhenNotImproving(options);
}
