import { applyCalibration, type Calibration } from '../calibration/calibration.ts';
import type { Contributions } from '../explain/contributions.ts';
import type { ModelTask } from '../mlmodel/model-target.ts';
import type { Scorer, ScoreInput, ScoreRows } from '../predictor/scorer.ts';
import { combineScores } from './combine-scores.ts';
import type { Combiner } from './combiner.ts';
import { explainEnsemble, type ExplainedMember } from './explain-ensemble.ts';

/** Scores with several boosters, and makes one prediction of theirs. */
export class EnsembleScorer implements Scorer {
  readonly #members: readonly ExplainedMember[];
  readonly #combiner: Combiner;
  readonly #task: ModelTask;
  readonly #calibration: Calibration | undefined;

  /** @param members disposed with this */
  constructor(
    members: readonly ExplainedMember[],
    how: {
      readonly combiner: Combiner;
      readonly task: ModelTask;
      readonly calibration: Calibration | undefined;
    },
  ) {
    this.#members = members;
    this.#combiner = how.combiner;
    this.#task = how.task;
    this.#calibration = how.calibration;
  }

  score(input: ScoreRows): Float32Array {
    const scores = this.#members.map(({ scorer }) => scorer.score(input));
    const outputs = (scores[0]?.length ?? 0) / input.encoded.rows;
    const combined = combineScores(this.#combiner, this.#task, scores, outputs);
    return this.#calibration ? applyCalibration(this.#calibration, combined) : combined;
  }

  /** @throws {UnsupportedModelError} an ensemble that has no margin to explain */
  explain(input: ScoreInput, classes: Int32Array): Contributions {
    return explainEnsemble(this.#members, this.#combiner, this.#task, { input, classes });
  }

  [Symbol.dispose](): void {
    for (const { scorer } of this.#members) scorer[Symbol.dispose]();
  }
}
