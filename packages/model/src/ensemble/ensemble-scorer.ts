import { applyCalibration, type Calibration } from '../calibration/calibration.ts';
import type { Contributions, ExplanationScale } from '../explain/contributions.ts';
import type { Scorer, ScoreInput, ScoreRows } from '../predictor/scorer.ts';
import { combineScores } from './combine-scores.ts';
import { explainEnsemble, scaleOf, type ExplainedMember, type Whole } from './explain-ensemble.ts';

/** Scores with several boosters, and makes one prediction of theirs. */
export class EnsembleScorer implements Scorer {
  readonly scale: ExplanationScale;
  readonly #members: readonly ExplainedMember[];
  readonly #whole: Whole;
  readonly #calibration: Calibration | undefined;

  /** @param members disposed with this */
  constructor(
    members: readonly ExplainedMember[],
    { calibration, ...whole }: Whole & { readonly calibration: Calibration | undefined },
  ) {
    this.scale = scaleOf(whole);
    this.#members = members;
    this.#whole = whole;
    this.#calibration = calibration;
  }

  score(input: ScoreRows): Float32Array {
    const scores = this.#members.map(({ scorer }) => scorer.score(input));
    const outputs = (scores[0]?.length ?? 0) / input.encoded.rows;
    const { combiner, task } = this.#whole;
    const combined = combineScores(combiner, task, scores, outputs);
    return this.#calibration ? applyCalibration(this.#calibration, combined) : combined;
  }

  /** @throws {UnsupportedModelError} as explainEnsemble() does */
  explain(input: ScoreInput, classes: Int32Array): Contributions {
    return explainEnsemble(this.#members, this.#whole, { input, classes });
  }

  [Symbol.dispose](): void {
    for (const { scorer } of this.#members) scorer[Symbol.dispose]();
  }
}
