import type { Predictions, Predictor } from '@xgflow/model';
import { rowFacts } from '../decisions/row-facts.ts';
import { RefusedRequestError } from '../errors/refused-request-error.ts';
import { answerText } from './answer-text.ts';
import { errorAnswer } from './error-answer.ts';
import { refuseCodes } from './field-problems.ts';
import type { ScoringAnswer, ScoringJob } from './job.ts';
import { readCsvBody } from './read-csv-body.ts';
import { readInput, readJsonJob, type ReadJob } from './read-job.ts';
import { cellReader, rowCount } from './scoring-input.ts';

/** Scores a body, from bytes to text. Refusals are answers. */
export async function answerJob(predictor: Predictor, job: ScoringJob): Promise<ScoringAnswer> {
  try {
    const read = await readJob(predictor, job);
    return answerOf(predictor, read, predictor.predictInput(read.rows));
  } catch (error) {
    return refusalAnswer(error, job);
  }
}

/** The answer to a request that is read and scored. @throws {RefusedRequestError} */
export function answerOf(
  predictor: Predictor,
  { job, input }: ReadJob,
  predictions: Predictions,
): ScoringAnswer {
  const { unseenByColumn } = predictions;
  // The texts of a CSV body are texts.
  if (unseenByColumn.size > 0 && job.format === 'json') {
    refuseCodes(input, unseenByColumn, predictor.codec);
  }
  const body = answerText(job, { predictor, input, predictions });
  const answer = { status: 200, body, rows: rowCount(input), unseen: [...unseenByColumn] };
  if (job.facts !== true) return answer;
  return { ...answer, facts: rowFacts(predictor, cellReader(input), predictions) };
}

/** The answer to a request that was refused. @throws what is not a refusal */
export function refusalAnswer(error: unknown, { terse }: ScoringJob): ScoringAnswer {
  if (error instanceof RefusedRequestError) return errorAnswer(error, terse);
  throw error;
}

async function readJob(predictor: Predictor, job: ScoringJob): Promise<ReadJob> {
  if (job.format === 'json') return readJsonJob(predictor, job);
  return readInput(predictor, job, await readCsvBody(job.body, job.maxRows));
}
