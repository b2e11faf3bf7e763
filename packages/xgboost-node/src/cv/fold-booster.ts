import { Booster } from '../booster/booster.ts';
import type { EvalHistory } from '../callbacks/callback.ts';
import type { Handle } from '../capi/index.ts';
import type { DMatrix } from '../dmatrix/dmatrix.ts';
import type { TrainParams } from '../params/train-params.ts';
import { evaluateRound } from '../train/evaluate.ts';
import { prepareBooster } from '../train/prepare-booster.ts';
import { updateRound } from '../train/update-round.ts';
import type { CvOptions, Fold } from './cv-options.ts';

/** The booster of one fold, with the fold's own slices of the data. */
export class FoldBooster implements Disposable {
  readonly booster: Booster;
  readonly history = Object.create(null) as EvalHistory;
  readonly #handle: Handle;
  readonly #train: DMatrix;
  readonly #test: DMatrix;
  readonly #options: CvOptions;

  /** @throws what slicing the data and preparing a booster throw */
  constructor(params: TrainParams, data: DMatrix, how: CvOptions & { fold: Fold }) {
    this.#options = how;
    const made: DMatrix[] = [];
    const slice = (rows: Int32Array): DMatrix => {
      const matrix = data.slice(rows);
      made.push(matrix);
      return matrix;
    };
    try {
      this.#train = slice(how.fold.train);
      this.#test = slice(how.fold.test);
      this.#handle = prepareBooster(params, this.#train, { rounds: 1, evals: this.#evals });
    } catch (error) {
      for (const matrix of made) matrix.dispose();
      throw error;
    }
    this.booster = new Booster(this.#handle);
  }

  get #evals() {
    return [
      { name: 'train', data: this.#train },
      { name: 'test', data: this.#test },
    ];
  }

  update(round: number): void {
    updateRound(this.#handle, this.#train, round, this.#options.objective);
  }

  evaluate(round: number): void {
    const { metric, objective } = this.#options;
    const output = objective === undefined ? ('value' as const) : ('margin' as const);
    evaluateRound(this.#handle, round, {
      evals: this.#evals,
      history: this.history,
      metric,
      output,
    });
  }

  [Symbol.dispose](): void {
    this.#handle.dispose();
    this.#train.dispose();
    this.#test.dispose();
  }
}
