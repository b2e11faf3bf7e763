import { csvRecords, type Levels, type RecordBatch } from '@xgflow/data';
import type { Predictions, Predictor, ReferenceProfile } from '@xgflow/model';
import { MissingColumnError } from '../errors/missing-column-error.ts';
import { ConceptTally } from './concept/concept-tally.ts';
import { labelReader, type LabelReader } from './concept/label-reader.ts';
import type { DriftOptions } from './drift-options.ts';
import { cellTally, type CellTally } from './tally/cell-tally.ts';
import { predictionTally, type PredictionTally } from './tally/prediction-tally.ts';
import type { Tally } from './tally/tally.ts';

/** The current data, counted in the reference's bins. */
export interface CurrentCounts {
  readonly rows: number;
  /** By feature. */
  readonly columns: ReadonlyMap<string, Tally>;
  /** One a column of the reference's predictions. */
  readonly predictions: readonly Tally[];
  readonly concept: ConceptTally | undefined;
}

/**
 * Reads the current file once, in memory that does not grow with it: counts of every feature, of the
 * predictions and, with labels, of how they came out.
 *
 * @throws {DataError} · {ModelError} as `scoreTable` does · {MissingColumnError} · {LabelError}
 */
export async function countCurrent(options: DriftOptions): Promise<CurrentCounts> {
  const { current, predictor, profile, batchRows = 5000, onProgress, signal } = options;
  const counters = new Counters(predictor, profile, options.labels);
  const reading = {
    batchRows,
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  };
  for await (const batch of csvRecords(current, reading)) {
    const place = (row: number): string =>
      `${current} row ${batch.firstRow + row} (line ${batch.lines[row] ?? 0})`;
    counters.add(batch, current, place);
  }
  signal?.throwIfAborted();
  return counters.result();
}

class Counters {
  readonly #predictor: Predictor;
  readonly #columns: ReadonlyMap<string, CellTally>;
  readonly #predictions: readonly PredictionTally[];
  readonly #labels: { readonly column: string; readonly read: LabelReader } | undefined;
  readonly #profile: ReferenceProfile;
  #concept: ConceptTally | undefined;
  #rows = 0;

  constructor(predictor: Predictor, profile: ReferenceProfile, labels: string | undefined) {
    const { codec, info } = predictor;
    const missing = new Set(codec.missingTokens);
    const levelsOf = new Map(
      codec.features.map((feature) => [
        feature.name,
        feature.kind === 'categorical' ? feature.levels : [],
      ]),
    );
    this.#predictor = predictor;
    this.#profile = profile;
    this.#columns = new Map(
      profile.columns
        .filter(({ name }) => levelsOf.has(name))
        .map((column) => [
          column.name,
          cellTally(column, levelsOf.get(column.name) ?? [], missing),
        ]),
    );
    this.#predictions = (profile.predictions?.columns ?? []).map((column) =>
      predictionTally(column, info.classes as Levels | undefined),
    );
    this.#labels =
      labels === undefined
        ? undefined
        : { column: labels, read: labelReader(info, labels, missing) };
  }

  add(batch: RecordBatch, file: string, place: (row: number) => string): void {
    const { firstRow, names, rows } = batch;
    // The predictor looks at every cell first, and refuses what no model can read.
    const predictions = this.#predictor.predictRows(names, rows, { firstRow, place });
    for (const [name, tally] of this.#columns) {
      const at = names.indexOf(name);
      for (const cells of rows) tally.add(cells[at] ?? '');
    }
    for (const tally of this.#predictions) tally.add(predictions);
    if (this.#labels) this.#addLabels(batch, file, place, predictions);
    this.#rows += rows.length;
  }

  #addLabels(
    { names, rows }: RecordBatch,
    file: string,
    place: (row: number) => string,
    { outputs, probabilities }: Predictions,
  ): void {
    const { column = '', read } = this.#labels ?? {};
    const at = names.indexOf(column);
    if (at < 0) throw new MissingColumnError(column, file, names);
    const classes = this.#predictor.info.classes as Levels | undefined;
    this.#concept ??= new ConceptTally(this.#profile, { outputs, classes });
    for (const [row, cells] of rows.entries()) {
      const label = read?.(cells[at] ?? '', place(row)) ?? Number.NaN;
      if (Number.isNaN(label)) continue;
      this.#concept.add(label, probabilities.subarray(row * outputs, (row + 1) * outputs));
    }
  }

  result(): CurrentCounts {
    return {
      rows: this.#rows,
      columns: new Map([...this.#columns].map(([name, tally]) => [name, tally.result()])),
      predictions: this.#predictions.map((tally) => tally.result()),
      concept: this.#concept,
    };
  }
}
