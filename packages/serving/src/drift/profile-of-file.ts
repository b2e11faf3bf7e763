import {
  csvRecords,
  readCsv,
  type Column,
  type ColumnSchema,
  type Levels,
  type Table,
} from '@xgflow/data';
import { buildProfile, type Feature, type Predictor, type ReferenceProfile } from '@xgflow/model';
import { MissingColumnError } from '../errors/missing-column-error.ts';
import type { EvaluateMetric } from './concept/compare-metric.ts';
import { labelReader } from './concept/label-reader.ts';
import type { LabelledRows } from './concept/row-sample.ts';

/** A file to take as the reference of a model that holds none, or of another time. */
export interface ReferenceFile {
  readonly predictor: Predictor;
  /** Path of a CSV file with the model's features, best of rows that it was not trained on. */
  readonly reference: string;
  /** Column of the true target. */
  readonly labels?: string;
  readonly evaluate?: EvaluateMetric;
  readonly signal?: AbortSignal;
}

/**
 * The reference profile that a model would have of a file. The file's features are held in memory.
 *
 * @throws {DataError} · {ModelError} · {MissingColumnError} · {LabelError}
 */
export async function profileOfFile(options: ReferenceFile): Promise<ReferenceProfile> {
  const { predictor, reference, evaluate } = options;
  const { info } = predictor;
  const table = await readTable(options);
  const features = table.select(predictor.codec.featureNames);
  const { probabilities, outputs } = predictor.predictTable(table);
  const labels = options.labels === undefined ? undefined : await readLabels(options);
  const scored = {
    kind: info.kind,
    values: probabilities,
    outputs,
    source: reference,
    ...(info.classes ? { classes: info.classes } : {}),
    ...(labels ? { labels } : {}),
  };
  if (!labels) return buildProfile({ features, scored });
  const evaluated = await evaluate?.(labelledRows(labels, probabilities, outputs));
  return buildProfile({
    features,
    target: targetColumn(options.labels ?? '', labels, info.classes as Levels | undefined),
    scored,
    metrics: evaluated
      ? { [evaluated.metric]: { value: evaluated.value, low: evaluated.low, high: evaluated.high } }
      : {},
  });
}

/** The features, and the exposure where the model has one. */
async function readTable({ predictor, reference, signal }: ReferenceFile): Promise<Table> {
  const { codec, info } = predictor;
  const columns = codec.features.map(columnSchema);
  const { exposure } = info;
  return readCsv(reference, {
    schema: {
      version: 1,
      rows: 0,
      columns: exposure === undefined ? columns : [...columns, numberSchema(exposure, 'number')],
    },
    unseen: 'missing',
    missingTokens: codec.missingTokens,
    ...(signal ? { signal } : {}),
  });
}

function columnSchema(feature: Feature): ColumnSchema {
  const { name } = feature;
  if (feature.kind === 'numeric') {
    return numberSchema(name, feature.type === 'int' ? 'integer' : 'number');
  }
  const { levels } = feature;
  const type = typeof levels[0] === 'number' ? 'integer' : 'string';
  return { name, kind: 'categorical', type, levels, mode: null, missing: 0 };
}

function numberSchema(name: string, type: 'integer' | 'number'): ColumnSchema {
  return { name, kind: 'numeric', type, min: null, max: null, median: null, missing: 0 };
}

/** One a row; NaN where the cell is empty. */
async function readLabels({
  predictor,
  reference,
  labels: column = '',
  signal,
}: ReferenceFile): Promise<Float64Array> {
  const read = labelReader(predictor.info, column, new Set(predictor.codec.missingTokens));
  const labels: number[] = [];
  for await (const { names, rows, firstRow, lines } of csvRecords(
    reference,
    signal && { signal },
  )) {
    const at = names.indexOf(column);
    if (at < 0) throw new MissingColumnError(column, reference, names);
    for (const [row, cells] of rows.entries()) {
      const place = `${reference} row ${firstRow + row} (line ${lines[row] ?? 0})`;
      labels.push(read(cells[at] ?? '', place));
    }
  }
  return Float64Array.from(labels);
}

function labelledRows(labels: Float64Array, scores: Float32Array, outputs: number): LabelledRows {
  const known = [...labels.keys()].filter((row) => !Number.isNaN(labels[row]));
  const own = new Float32Array(known.length * outputs);
  known.forEach((row, place) => {
    own.set(scores.subarray(row * outputs, (row + 1) * outputs), place * outputs);
  });
  return { labels: Float64Array.from(known, (row) => labels[row] ?? 0), scores: own, outputs };
}

/** Labels as a column: levels where there are classes, else numbers. */
function targetColumn(name: string, labels: Float64Array, classes: Levels | undefined): Column {
  const missing = labels.filter(Number.isNaN).length;
  if (!classes) return { kind: 'numeric', name, values: labels, integer: false, missing };
  const codes = Int32Array.from(labels, (label) => (Number.isNaN(label) ? -1 : label));
  return { kind: 'categorical', name, levels: classes, codes, missing };
}
