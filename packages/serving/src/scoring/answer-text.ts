import { UnsupportedModelError, type Predictions } from '@xgflow/model';
import { explanationRows } from './explanation-rows.ts';
import type { ScoringJob } from './job.ts';
import { predictionTable } from './prediction-table.ts';
import { refuse } from './refuse.ts';
import type { Scored } from './scored.ts';

/** The body of an answer. @throws {RefusedRequestError} what the model does not give */
export function answerText(job: ScoringJob, scored: Scored): string {
  const text = unnamed(job, scored);
  return job.model === undefined ? text : `{"model":${job.model},${text.slice(1)}`;
}

function unnamed(job: ScoringJob, scored: Scored): string {
  switch (job.kind) {
    case 'invocations':
      return `{"predictions": ${numbersText(scored.predictions)}}`;
    case 'predict':
      return JSON.stringify(predictionTable(scored, job.keep ?? false));
    case 'explain':
      return JSON.stringify(explained(scored, job.top));
  }
}

/** A model that is not explained says so in its own words, which tell nothing of the rows. */
function explained(scored: Scored, top: number): ReturnType<typeof explanationRows> {
  try {
    return explanationRows(scored, top);
  } catch (error) {
    if (!(error instanceof UnsupportedModelError)) throw error;
    const [message = '', , hint = ''] = error.message.split(' · ');
    throw refuse('INVALID_PARAMETER_VALUE', '', [message, hint]);
  }
}

/** float32 as the double that it is, which is what NumPy's `tolist` gives MLflow. */
function numbersText({ probabilities, outputs }: Predictions): string {
  if (outputs === 1) return `[${probabilities.join(', ')}]`;
  const rows: string[] = [];
  for (let at = 0; at < probabilities.length; at += outputs) {
    rows.push(`[${probabilities.subarray(at, at + outputs).join(', ')}]`);
  }
  return `[${rows.join(', ')}]`;
}
