import type { Booster } from '@xgflow/xgboost-node';
import { applyCalibration, type Calibration } from '../calibration/calibration.ts';
import type { Contributions, OutputContributions } from '../explain/contributions.ts';
import { explainBooster } from '../explain/explain-booster.ts';
import { ofClass } from '../explain/of-class.ts';
import type { Scorer, ScoreInput, ScoreRows } from './scorer.ts';

/** Scores with one booster, and calibrates what it says. */
export class BoosterScorer implements Scorer {
  readonly scale = 'margin';
  readonly #booster: Booster;
  readonly #calibration: Calibration | undefined;
  readonly #range: readonly [number, number];
  readonly #threads: number;

  /**
   * @param booster disposed with this
   * @param how.modelClass Python class of the model: the scikit-learn classes of Python's package
   *   predict with the best round, Booster with all
   */
  constructor(
    booster: Booster,
    how: {
      readonly modelClass: string;
      readonly threads: number;
      readonly calibration?: Calibration | undefined;
    },
  ) {
    this.#booster = booster;
    this.#calibration = how.calibration;
    this.#threads = how.threads;
    booster.setParams({ nthread: how.threads });
    const best = how.modelClass.includes('sklearn')
      ? booster.attribute('best_iteration')
      : undefined;
    this.#range = best === undefined ? [0, 0] : [0, Number(best) + 1];
  }

  score({ encoded, baseMargin }: ScoreRows): Float32Array {
    const { rows, cols, values } = encoded;
    const { values: scores } = this.#booster.predictDense(values, {
      rows,
      cols,
      iterationRange: this.#range,
      ...(baseMargin && { baseMargin }),
    });
    return this.#calibration ? applyCalibration(this.#calibration, scores) : scores;
  }

  explain(input: ScoreInput, classes: Int32Array): Contributions {
    return ofClass(this.explainOutputs(input), classes);
  }

  /** What each feature adds to every margin. @throws the library's errors */
  explainOutputs(input: ScoreInput): OutputContributions {
    const how = { iterationRange: this.#range, threads: this.#threads };
    return explainBooster(this.#booster, input, how);
  }

  [Symbol.dispose](): void {
    this.#booster.dispose();
  }
}
