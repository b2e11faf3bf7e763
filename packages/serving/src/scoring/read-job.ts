import type { Predictor, ScoreInput } from '@xgflow/model';
import { refusalOf } from './field-problems.ts';
import type { ScoringJob } from './job.ts';
import { tooManyRows } from './read-csv-body.ts';
import { readJson } from './read-json.ts';
import { rowCount, type ScoringInput } from './scoring-input.ts';

/** A request whose rows are read and wait for their predictions. */
export interface ReadJob {
  readonly job: ScoringJob;
  readonly input: ScoringInput;
  readonly rows: ScoreInput;
}

/** Reads a JSON body. @throws {RefusedRequestError} */
export function readJsonJob(predictor: Predictor, job: ScoringJob): ReadJob {
  return readInput(predictor, job, readJson(job.body, predictor.codec.featureNames));
}

/** Codes the rows of a body. @throws {RefusedRequestError} */
export function readInput(predictor: Predictor, job: ScoringJob, input: ScoringInput): ReadJob {
  if (rowCount(input) > job.maxRows) throw tooManyRows(job.maxRows);
  try {
    const rows =
      input.kind === 'rows'
        ? predictor.encodeRows(input.names, input.rows)
        : predictor.encodeRecords(input.records);
    return { job, input, rows };
  } catch (error) {
    throw refusalOf(error, input, predictor.codec) ?? error;
  }
}
