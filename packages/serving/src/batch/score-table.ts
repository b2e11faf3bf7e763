import { DataError, parseSource } from '@xgflow/data';
import { ModelError } from '@xgflow/model';
import { ServingError } from '../errors/serving-error.ts';
import type { Counts } from './checkpoint.ts';
import { findEarlierRun, finishEarlierRun, isResumable } from './earlier-run.ts';
import type { RowsInput } from './input-rows.ts';
import { openScoring } from './open-scoring.ts';
import type { ScoreTableOptions, ScoreTableResult } from './score-options.ts';
import { scoreRows } from './score-rows.ts';

/**
 * Scores a table row by row into a CSV file, in memory that does not grow with it, in the order of the input. A
 * probability is the shortest decimal that is the same float32. The output appears whole, or not at all; a scoring
 * that was interrupted leaves `<output>.part` and `<output>.resume.json` to go on with, one that met bad data leaves
 * nothing.
 *
 * @throws {DataError} an input that cannot be read, or a ragged row
 * @throws {ModelError} a missing column, or a cell that its feature cannot hold, with row and line
 * @throws {OutputError} · {KeepError} · {ResumeError} · {UnsupportedPredictionError}
 */
export async function scoreTable(options: ScoreTableOptions): Promise<ScoreTableResult> {
  const { input, query, delimiter, maxRecordBytes } = options;
  const location = typeof input === 'string' ? parseSource(input) : input;
  const rows: RowsInput = {
    location,
    query,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(maxRecordBytes === undefined ? {} : { maxRecordBytes }),
  };
  options.signal?.throwIfAborted();
  const earlier = await findEarlierRun(rows, options);
  const { before } = earlier;
  if (before?.finished === true) {
    await finishEarlierRun(earlier, before, options);
    return resultOf(before.counts, before.rows);
  }
  const scoring = await openScoring(rows, earlier, options);
  try {
    const counts = await scoreRows(rows, scoring, options);
    await scoring.commit(counts);
    return resultOf(counts, scoring.from);
  } catch (error) {
    if (isAboutData(error) || !isResumable(location)) await scoring.discard();
    else await scoring.leave();
    throw error;
  }
}

/** Then going on would come to the same end. */
function isAboutData(error: unknown): boolean {
  if (!(error instanceof Error) || error.name === 'SourceUnavailableError') return false;
  return (
    (error instanceof DataError || error instanceof ModelError || error instanceof ServingError) &&
    error.name !== 'OutputError'
  );
}

function resultOf({ bad, scored, ...counts }: Counts, resumedAt: number): ScoreTableResult {
  return { rows: scored, badRows: bad, resumedAt, ...counts };
}
