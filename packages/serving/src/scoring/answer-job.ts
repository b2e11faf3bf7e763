import type { Predictions, Predictor } from '@xgflow/model';
import { rowFacts } from '../decisions/row-facts.ts';
import { RefusedRequestError } from '../errors/refused-request-error.ts';
import { answerText } from './answer-text.ts';
import { errorAnswer } from './error-answer.ts';
import { refusalOf, refuseCodes } from './field-problems.ts';
import type { ScoringAnswer, ScoringJob } from './job.ts';
import { readCsvBody, tooManyRows } from './read-csv-body.ts';
import { readJson } from './read-json.ts';
import { cellReader, rowCount, type ScoringInput } from './scoring-input.ts';

/** Scores a JSON body: from bytes to text, without waiting for anything. Refusals are answers. */
export function answerJson(predictor: Predictor, job: ScoringJob): ScoringAnswer {
  return answered(job, () =>
    score(predictor, job, readJson(job.body, predictor.codec.featureNames)),
  );
}

/** Scores a body of either format. */
export async function answerJob(predictor: Predictor, job: ScoringJob): Promise<ScoringAnswer> {
  if (job.format === 'json') return answerJson(predictor, job);
  try {
    const input = await readCsvBody(job.body, job.maxRows);
    return answered(job, () => score(predictor, job, input));
  } catch (error) {
    if (error instanceof RefusedRequestError) return errorAnswer(error, job.terse);
    throw error;
  }
}

function answered(job: ScoringJob, work: () => ScoringAnswer): ScoringAnswer {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusedRequestError) return errorAnswer(error, job.terse);
    throw error;
  }
}

function score(predictor: Predictor, job: ScoringJob, input: ScoringInput): ScoringAnswer {
  const rows = rowCount(input);
  if (rows > job.maxRows) throw tooManyRows(job.maxRows);
  const predictions = predict(predictor, input);
  const { unseenByColumn } = predictions;
  // The texts of a CSV body are texts.
  if (unseenByColumn.size > 0 && job.format === 'json') {
    refuseCodes(input, unseenByColumn, predictor.codec);
  }
  const body = answerText(job, { predictor, input, predictions });
  const answer = { status: 200, body, rows, unseen: [...unseenByColumn] };
  if (job.facts !== true) return answer;
  return { ...answer, facts: rowFacts(predictor, cellReader(input), predictions) };
}

function predict(predictor: Predictor, input: ScoringInput): Predictions {
  try {
    return input.kind === 'rows'
      ? predictor.predictRows(input.names, input.rows)
      : predictor.predictRecords(input.records);
  } catch (error) {
    throw refusalOf(error, input, predictor.codec) ?? error;
  }
}
