import type { PredictionKind, ReferenceProfile } from '@xgflow/model';
import { columnDrift, isJudged, type Rules } from './compare/column-drift.ts';
import { compareColumn, type ColumnComparison } from './compare/compare-column.ts';
import { judge, type Evidence } from './compare/judge.ts';
import { compareConcept } from './concept/compare-concept.ts';
import type { EvaluatedMetric } from './concept/compare-metric.ts';
import type { CurrentCounts } from './count-current.ts';
import { driftDefaults } from './drift-options.ts';
import type { ColumnDrift, DriftReport, Severity } from './drift-report.ts';

/** What counts are judged by. */
export interface Assessment {
  readonly profile: ReferenceProfile;
  readonly kind: PredictionKind;
  /** The watched metric of the labelled rows that were sampled, where there are enough. */
  readonly evaluated?: EvaluatedMetric | undefined;
  /** The current data is the training data: its predictions and labels are not compared. */
  readonly trainedOn: boolean;
  /** Defaults as in `DriftOptions`. */
  readonly alpha?: number;
  readonly levels?: { readonly warning: number; readonly drift: number };
  readonly minRows?: number;
}

/** Judges what was counted of the current data against the reference. */
export function assessDrift(counts: CurrentCounts, assessment: Assessment): DriftReport {
  const { profile, trainedOn } = assessment;
  const { alpha = driftDefaults.alpha, levels = driftDefaults.levels } = assessment;
  const { minRows = driftDefaults.minRows } = assessment;

  const features = profile.columns.flatMap((column) => {
    const tally = counts.columns.get(column.name);
    return tally ? [compareColumn(column, tally)] : [];
  });
  const predictions = (trainedOn ? [] : (profile.predictions?.columns ?? [])).flatMap(
    (column, index) => {
      const tally = counts.predictions[index];
      return tally ? [compareColumn(column, tally)] : [];
    },
  );
  const concept = trainedOn ? undefined : compareConcept(counts.concept, assessment, minRows);
  const target = concept?.target ? [concept.target] : [];

  const compared = [...features, ...predictions, ...target];
  const judged = compared.filter((comparison) => isJudged(comparison, minRows));
  const evidence = [
    ...judged.map((comparison) => toEvidence(comparison, levels)),
    ...(concept?.evidence ?? []),
  ];
  const verdicts = judge(evidence, alpha);
  const rules: Rules = { alpha, minRows, tests: evidence.length };
  const verdictOf = new Map(judged.map((comparison, index) => [comparison, verdicts[index]]));
  const toDrift = (comparison: ColumnComparison): ColumnDrift =>
    columnDrift(comparison, verdictOf.get(comparison), rules);
  const outcome = concept?.judged(verdicts.slice(judged.length));

  return {
    status: statusOf(verdicts.map(({ severity }) => severity)),
    referenceRows: profile.rows,
    currentRows: counts.rows,
    alpha,
    levels,
    columns: features.map(toDrift),
    predictions: predictions.map(toDrift),
    target: concept?.target ? toDrift(concept.target) : null,
    metric: outcome?.metric ?? null,
    calibration: outcome?.calibration ?? null,
    labelled: concept?.labelled ?? null,
    notes: [...notesOf(counts.rows, assessment, minRows), ...(concept?.notes ?? [])],
  };
}

function notesOf(rows: number, { profile, trainedOn }: Assessment, minRows: number): string[] {
  const notes: string[] = [];
  if (trainedOn) {
    notes.push(
      'this is the file that the model was trained on: its predictions and labels are not compared',
    );
  } else if (profile.predictions === null) {
    notes.push('the reference holds no predictions: they are not compared');
  }
  if (rows < minRows) notes.push(`${rows} rows are too few to tell, ${minRows} are needed`);
  if (profile.rows < minRows) {
    notes.push(`the reference has ${profile.rows} rows, ${minRows} are needed`);
  }
  return notes;
}

function toEvidence(
  { psi, pValue }: ColumnComparison,
  levels: { readonly warning: number; readonly drift: number },
): Evidence {
  return { effect: psi, levels, pValue };
}

function statusOf(severities: readonly Severity[]): DriftReport['status'] {
  if (severities.length === 0) return 'too-little-data';
  if (severities.includes('drift')) return 'drift';
  return severities.includes('warning') ? 'warning' : 'ok';
}
