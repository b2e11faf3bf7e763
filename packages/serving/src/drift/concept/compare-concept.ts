import type { PredictionKind, ReferenceProfile } from '@xgflow/model';
import { compareColumn, type ColumnComparison } from '../compare/compare-column.ts';
import type { Evidence, Verdict } from '../compare/judge.ts';
import { calibrationLevels, metricLevels } from '../drift-options.ts';
import type { CalibrationDrift, DriftReport, MetricDrift } from '../drift-report.ts';
import { compareMetric, type EvaluatedMetric, type MetricComparison } from './compare-metric.ts';
import { compareOutcomes, type OutcomeComparison } from './compare-outcomes.ts';
import type { ConceptTally } from './concept-tally.ts';

/** No verdict: there was nothing to judge. */
const notJudged: Verdict = { severity: 'unknown', adjustedPValue: 1 };

/** What labels tell, before it is judged. */
export interface ConceptComparison {
  readonly target: ColumnComparison | undefined;
  /** To be judged together with the columns, in the order that `judged` takes the verdicts. */
  readonly evidence: readonly Evidence[];
  judged(verdicts: readonly Verdict[]): {
    readonly metric: MetricDrift | null;
    readonly calibration: CalibrationDrift | null;
  };
  readonly labelled: DriftReport['labelled'];
  readonly notes: readonly string[];
}

/** What labelled rows are compared with. */
export interface ConceptReference {
  readonly profile: ReferenceProfile;
  readonly kind: PredictionKind;
  /** The watched metric of the sampled rows, where there are enough. */
  readonly evaluated?: EvaluatedMetric | undefined;
}

/** Compares labelled rows with the reference's; undefined without any. */
export function compareConcept(
  tally: ConceptTally | undefined,
  { profile, kind, evaluated }: ConceptReference,
  minRows: number,
): ConceptComparison | undefined {
  if (!tally) return undefined;
  const { seen } = tally.sample;
  const labelled = { rows: seen, sampled: tally.sample.size };
  const targetTally = tally.target();
  const target =
    profile.target && targetTally ? compareColumn(profile.target, targetTally) : undefined;
  const enough = seen >= minRows;

  const known = evaluated && profile.metrics[evaluated.metric];
  const metric = known ? compareMetric(known, evaluated) : undefined;
  const outcomes = tally.outcomes();
  const calibration =
    enough && profile.outcomes && outcomes && profile.outcomes.rows >= minRows
      ? compareOutcomes(profile.outcomes, outcomes, kind)
      : undefined;

  return {
    target,
    evidence: [
      ...(metric ? [metricEvidence(metric)] : []),
      ...(calibration ? [calibrationEvidence(calibration)] : []),
    ],
    judged: (verdicts) => ({
      metric: metric ? metricDrift(metric, verdicts[0]) : null,
      calibration: calibration ? calibrationDrift(calibration, verdicts[metric ? 1 : 0]) : null,
    }),
    labelled,
    notes: [
      ...(enough ? [] : [`${seen} rows have a label, ${minRows} are needed`]),
      ...(evaluated && !known
        ? [`the reference holds no ${evaluated.metric}: the metric is not compared`]
        : []),
    ],
  };
}

function metricEvidence({ worse, pValue }: MetricComparison): Evidence {
  return { effect: worse, levels: metricLevels, pValue };
}

function calibrationEvidence({ actualByExpected, pValue }: OutcomeComparison): Evidence {
  return { effect: Math.abs(actualByExpected - 1), levels: calibrationLevels, pValue };
}

function metricDrift(comparison: MetricComparison, verdict = notJudged): MetricDrift {
  const { metric, direction, reference, current, worse } = comparison;
  return { metric, direction, reference, current, worse, ...verdict };
}

function calibrationDrift(comparison: OutcomeComparison, verdict = notJudged): CalibrationDrift {
  const { actualByExpected, bins } = comparison;
  return { actualByExpected, bins, ...verdict };
}
