import type { ReadProgress } from '@xgflow/data';
import type { Predictor, ReferenceProfile } from '@xgflow/model';
import type { EvaluateMetric } from './concept/compare-metric.ts';

/** What to compare, and how. */
export interface DriftOptions {
  readonly predictor: Predictor;
  /** The model's own (`readProfile`), or one of a file (`profileOfFile`). */
  readonly profile: ReferenceProfile;
  /** Path of a CSV file with the model's features; other columns are ignored. */
  readonly current: string;
  /** Column of the true target, where it is known by now; empty cells are left out. Default: none. */
  readonly labels?: string;
  /** The metric to watch; needs `labels`. It is not compared where the reference lacks it. */
  readonly evaluate?: EvaluateMetric;
  /** Probability of any false alarm in the whole report. Default 0.005. */
  readonly alpha?: number;
  /** PSI from which on a change matters. Default 0.1 and 0.25. */
  readonly levels?: { readonly warning: number; readonly drift: number };
  /** Fewer rows are too few to tell. Default 30. */
  readonly minRows?: number;
  /** Rows predicted at a time. Default 5,000. */
  readonly batchRows?: number;
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly signal?: AbortSignal;
}

/** What is taken where an option is not given. */
export const driftDefaults = {
  alpha: 0.005,
  levels: { warning: 0.1, drift: 0.25 },
  minRows: 30,
} as const;

/** Shares of the reference's value by which a metric must get worse. */
export const metricLevels = { warning: 0.05, drift: 0.1 } as const;

/** Distances of actual by expected from 1. */
export const calibrationLevels = { warning: 0.1, drift: 0.25 } as const;
