import { setImmediate } from 'node:timers/promises';
import type { Predictions } from '@xgflow/model';
import { badRowLine, badRowsHeader, predict, raggedRow, siftRows } from './bad-rows.ts';
import type { BadRow } from './bad-rows.ts';
import type { Counts } from './checkpoint.ts';
import { csvLine } from './csv-line.ts';
import { inputRows, keptText } from './input-rows.ts';
import type { InputRows, RowsInput } from './input-rows.ts';
import { keptColumns } from './kept-columns.ts';
import type { Scoring } from './open-scoring.ts';
import { outputColumns } from './output-columns.ts';
import type { ScoreTableOptions } from './score-options.ts';

/**
 * Scores the rows that are not done yet and writes them; resolves with what was counted in all.
 *
 * @throws as `scoreTable`
 */
export async function scoreRows(
  input: RowsInput,
  scoring: Scoring,
  options: ScoreTableOptions,
): Promise<Counts> {
  const { batchRows = 500, checkpointMs = 1000, keep = [], predictor, signal } = options;
  const columns = outputColumns(predictor.info);
  const source = input.location.name;
  const { aside, from, output } = scoring;
  const ragged: BadRow[] = [];
  let counts = scoring.counts;
  let kept: number[] | undefined;
  let last = Date.now();
  const batches = inputRows(input, {
    batchRows,
    signal,
    needed: new Set([...predictor.codec.featureNames, predictor.info.exposure ?? '', ...keep]),
    onWarning: options.onWarning,
    onRaggedRow: aside === undefined ? undefined : (error) => ragged.push(raggedRow(error)),
  });
  for await (const all of batches) {
    signal?.throwIfAborted();
    if (kept === undefined) {
      kept = keptColumns(keep, all.names, columns.names, source);
      if (output.bytes === 0) await output.write(csvLine([...columns.names, ...keep]));
      if (aside?.bytes === 0) await aside.write(badRowsHeader);
    }
    const batch = after(all, from);
    const own = kept;
    const sifted =
      aside === undefined
        ? { good: batch, predictions: predict(predictor, batch, source), bad: [] }
        : siftRows(predictor, batch, source);
    const { good, predictions } = sifted;
    const lines = good.rows.map((cells, index) => {
      const row = columns.cells(predictions, index, good.numbers[index] ?? 0);
      return csvLine([...row, ...own.map((at) => keptText(cells[at]))]);
    });
    await output.write(lines.join(''));
    const { upTo } = all;
    const bad = [...sifted.bad, ...taken(ragged, upTo, from)].toSorted((a, b) => a.row - b.row);
    await aside?.write(bad.map(badRowLine).join(''));
    counts = added(counts, good, predictions, { bad: bad.length, kind: predictor.info.kind });
    options.onProgress?.({ rows: Math.max(from, upTo), bytes: output.bytes });
    if (Date.now() - last >= checkpointMs && upTo > from) {
      await scoring.checkpoint(upTo, counts);
      last = Date.now();
    }
    await setImmediate();
  }
  signal?.throwIfAborted();
  return counts;
}

/** The rows behind those that are done. */
function after(batch: InputRows, done: number): InputRows {
  const { lines, numbers, rows } = batch;
  const first = numbers.findIndex((number) => number > done);
  const from = first < 0 ? rows.length : first;
  return {
    ...batch,
    rows: rows.slice(from),
    numbers: numbers.slice(from),
    lines: lines?.slice(from),
  };
}

/** Takes the ragged rows up to a row of the input; those that are done are forgotten. */
function taken(ragged: BadRow[], upTo: number, done: number): BadRow[] {
  const count = ragged.filter(({ row }) => row <= upTo).length;
  return ragged.splice(0, count).filter(({ row }) => row > done);
}

function added(
  before: Counts,
  good: InputRows,
  predictions: Predictions,
  { bad, kind }: { readonly bad: number; readonly kind: string },
): Counts {
  const unseen = new Map(Object.entries(before.unseenByColumn));
  for (const [name, count] of predictions.unseenByColumn) {
    unseen.set(name, (unseen.get(name) ?? 0) + count);
  }
  let { positives, unseenRows } = before;
  if (kind === 'binary') for (const label of predictions.labels) if (label === 1) positives++;
  for (const count of predictions.unseen) if (count > 0) unseenRows++;
  return {
    scored: before.scored + good.rows.length,
    bad: before.bad + bad,
    positives,
    unseenRows,
    unseenByColumn: Object.fromEntries(unseen),
  };
}
