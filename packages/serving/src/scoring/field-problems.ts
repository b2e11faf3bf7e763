import {
  BadFieldError,
  cellReader,
  MissingFieldError,
  type CellReader,
  type Codec,
  type Feature,
} from '@xgflow/model';
import { RefusedRequestError, type Problem } from '../errors/refused-request-error.ts';
import { rowCount, type ScoringInput } from './scoring-input.ts';

/** Problems that one answer lists. */
const MOST_PROBLEMS = 20;

/** A feature with what reads its cells. */
interface Field {
  readonly feature: Feature;
  readonly reader: CellReader;
}

/**
 * What a predictor refused, with every field at fault (the first 20). Values never come back: they
 * may be personal, and logs keep answers.
 *
 * @returns undefined for an error that is not about fields
 */
export function refusalOf(
  error: unknown,
  input: ScoringInput,
  codec: Codec,
): RefusedRequestError | undefined {
  if (!(error instanceof BadFieldError) && !(error instanceof MissingFieldError)) return undefined;
  const [first, ...others] = fieldProblems(input, codec);
  // A column that is no feature, such as the exposure.
  const problems =
    first === undefined ? ([ownWords(error, input)] as const) : ([first, ...others] as const);
  return new RefusedRequestError('INVALID_PARAMETER_VALUE', problems);
}

/**
 * Numbers where the model has levels as text. They would count as levels never seen; a client that
 * sends MLflow's codes would get wrong predictions and never know.
 */
export function refuseCodes(
  input: ScoringInput,
  unseen: ReadonlyMap<string, number>,
  codec: Codec,
): void {
  for (const feature of codec.features) {
    if (feature.kind !== 'categorical' || !unseen.has(feature.name)) continue;
    if (typeof feature.levels[0] !== 'string') continue;
    const reader = cellReader(feature, new Set(codec.missingTokens));
    for (let row = 0; row < rowCount(input); row++) {
      const cell = cellOf(input, row, feature.name);
      if (typeof cell === 'number' && reader.read(cell) === 'unseen') {
        const pointer = input.pointer(row, feature.name);
        const hint = 'give the level itself as text, not its code; GET /schema lists the levels';
        const message = 'a number that is no level';
        throw new RefusedRequestError('INVALID_PARAMETER_VALUE', [{ pointer, message, hint }]);
      }
    }
  }
}

function fieldProblems(input: ScoringInput, codec: Codec): Problem[] {
  const missing = new Set(codec.missingTokens);
  const fields = codec.features.map((feature) => ({
    feature,
    reader: cellReader(feature, missing),
  }));
  if (input.kind === 'rows') {
    const absent = fields.filter(({ feature }) => !input.names.includes(feature.name));
    if (absent.length > 0)
      return absent.slice(0, MOST_PROBLEMS).map(({ feature }) => absentColumn(feature));
  }
  const problems: Problem[] = [];
  for (let row = 0; row < rowCount(input) && problems.length < MOST_PROBLEMS; row++) {
    for (const field of fields) {
      const problem = problemOf(field, input, row);
      if (problem !== undefined) problems.push(problem);
    }
  }
  return problems.slice(0, MOST_PROBLEMS);
}

function problemOf(
  { feature, reader }: Field,
  input: ScoringInput,
  row: number,
): Problem | undefined {
  const cell = cellOf(input, row, feature.name);
  const pointer = input.pointer(row, feature.name);
  if (cell === undefined) {
    return { pointer, message: 'the field is not there', hint: 'give it, null where unknown' };
  }
  if (reader.read(cell) !== undefined) return undefined;
  return { pointer, message: `not ${reader.expected}`, hint: 'correct the value, or give null' };
}

function absentColumn({ name }: Feature): Problem {
  return {
    pointer: '',
    message: `no column ${JSON.stringify(name)}`,
    hint: 'give every feature of the model, empty or null where unknown',
  };
}

function ownWords(error: BadFieldError | MissingFieldError, input: ScoringInput): Problem {
  const hint = 'give it in every row';
  if (error instanceof BadFieldError) {
    return {
      pointer: input.pointer(error.row - 1, error.field),
      message: `not ${error.expected}`,
      hint,
    };
  }
  const [field = ''] = error.fields;
  // Without a row the whole input lacks it.
  const pointer = error.row === undefined ? '' : input.pointer(error.row - 1, field);
  return { pointer, message: `no ${JSON.stringify(field)}`, hint };
}

function cellOf(input: ScoringInput, row: number, field: string): unknown {
  if (input.kind === 'rows') return input.rows[row]?.[input.names.indexOf(field)];
  const record = input.records[row];
  return record !== undefined && Object.hasOwn(record, field) ? record[field] : undefined;
}
