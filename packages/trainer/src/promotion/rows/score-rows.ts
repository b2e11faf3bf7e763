import { DEFAULT_MISSING_TOKENS, parseNumber } from '@xgflow/data';
import { ModelError } from '@xgflow/model';
import type { Predictor } from '@xgflow/model';
import type { SliceColumn } from '../gate/slices.ts';
import { GateRowsError } from '../gate-rows-error.ts';
import type { OpenedRows } from './open-rows.ts';
import { trueLabel } from './true-label.ts';

export interface ScoreRowsOptions {
  /** With the target and the features of both. */
  readonly rows: Pick<OpenedRows, 'place' | 'batches'>;
  /** Which of its rows (0-based). */
  readonly has: (row: number) => boolean;
  readonly candidate: Predictor;
  readonly champion: Predictor | undefined;
  /** Columns to keep for slices; those that the file lacks are left out. */
  readonly slices: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Labels, scores and slice columns of the same rows. */
export interface ScoredRows {
  readonly labels: Float64Array;
  readonly candidate: Float32Array;
  /** Absent without a champion; the reason where it cannot score these rows. */
  readonly champion: Float32Array | { readonly unscorable: string } | undefined;
  readonly columns: readonly SliceColumn[];
  /** Slice columns that the file lacks. */
  readonly absent: readonly string[];
  /** Rows with a level that the model never saw. */
  readonly unseenRows: { readonly candidate: number; readonly champion: number };
}

/**
 * Scores the rows with both models as `predict` does, batch by batch: memory holds a few numbers a row.
 *
 * @throws {GateRowsError} · DataError of the file · ModelError of the candidate
 */
export async function scoreRows(options: ScoreRowsOptions): Promise<ScoredRows> {
  const { candidate, champion, has, signal } = options;
  const { batches, place: file } = options.rows;
  const target = candidate.info.target ?? '';
  const labelOf = trueLabel(candidate.info, file);
  const labels: number[] = [];
  const own = new Scores(candidate);
  const other = champion && new Scores(champion);
  let unscorable = champion && whyNotAlike(candidate, champion);
  let columns: (SliceColumn & { cells: (string | number | null)[]; at: number })[] | undefined;
  let absent: readonly string[] = [];
  for await (const batch of batches()) {
    signal?.throwIfAborted();
    const { first, names } = batch;
    const label = names.indexOf(target);
    if (label < 0) throw noTarget(target, file);
    columns ??= options.slices.flatMap((name) => {
      const at = names.indexOf(name);
      return at < 0 ? [] : [{ name, at, cells: [] }];
    });
    absent = options.slices.filter((name) => !names.includes(name));
    const wanted = batch.rows.map((_, at) => at).filter((at) => has(first + at));
    const rows = wanted.map((at) => batch.rows[at] ?? []);
    for (const [index, at] of wanted.entries()) {
      labels.push(labelOf(rows[index]?.[label], first + at));
    }
    const place = (row: number): string => `${file} row ${first + 1 + (wanted[row] ?? 0)}`;
    own.add(names, rows, place);
    if (other && unscorable === undefined) {
      try {
        other.add(names, rows, place);
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        unscorable = error.message;
      }
    }
    for (const column of columns) for (const row of rows) column.cells.push(cell(row[column.at]));
  }
  return {
    labels: Float64Array.from(labels),
    candidate: own.all(),
    champion: unscorable === undefined ? other?.all() : { unscorable },
    columns: (columns ?? []).map(({ cells, name }) => typed(name, cells)),
    absent,
    unseenRows: { candidate: own.unseen, champion: other?.unseen ?? 0 },
  };
}

/** The scores of one model, as they come. */
class Scores {
  readonly #predictor: Predictor;
  readonly #parts: Float32Array[] = [];
  unseen = 0;

  constructor(predictor: Predictor) {
    this.#predictor = predictor;
  }

  add(
    names: readonly string[],
    rows: readonly (readonly unknown[])[],
    place: (row: number) => string,
  ): void {
    const { probabilities, unseen } = this.#predictor.predictRows(names, rows, { place });
    this.#parts.push(probabilities);
    for (const cells of unseen) if (cells > 0) this.unseen += 1;
  }

  all(): Float32Array {
    const scores = new Float32Array(this.#parts.reduce((rows, part) => rows + part.length, 0));
    let filled = 0;
    for (const part of this.#parts) {
      scores.set(part, filled);
      filled += part.length;
    }
    return scores;
  }
}

const missing = new Set(DEFAULT_MISSING_TOKENS);

function cell(value: unknown): string | number | null {
  if (typeof value === 'number') return value;
  return typeof value !== 'string' || missing.has(value) ? null : value;
}

/** A column whose every cell is a number is one of numbers. */
function typed(name: string, cells: readonly (string | number | null)[]): SliceColumn {
  const numbers = cells.map((one) => (one === null ? null : parseNumber(String(one))));
  return { name, cells: numbers.some((value) => Number.isNaN(value)) ? cells : numbers };
}

/** Scores can be compared where both predict the same of the same column. */
function whyNotAlike({ info: own }: Predictor, { info }: Predictor): string | undefined {
  if (info.target === undefined) return 'it does not say what it predicts';
  if (info.target !== own.target) return `it predicts ${info.target}, not ${own.target ?? ''}`;
  if (info.kind !== own.kind) return `it is a model of another task (${info.objective})`;
  const [classes, ownClasses] = [info.classes ?? [], own.classes ?? []].map((all) =>
    all.join(', '),
  );
  return classes === ownClasses ? undefined : `its classes are ${classes}, not ${ownClasses}`;
}

function noTarget(target: string, file: string): GateRowsError {
  return new GateRowsError(
    `no column ${JSON.stringify(target)} to compare with · ${file} · give rows with the true ${target} by --data`,
  );
}
