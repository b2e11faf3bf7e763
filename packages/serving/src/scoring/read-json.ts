import { isUtf8 } from 'node:buffer';
import { columnsToRows, isObject, readRecords, readTable } from './json-forms.ts';
import { refuse } from './refuse.ts';
import type { ScoringInput } from './scoring-input.ts';

const forms = ['dataframe_split', 'dataframe_records', 'instances', 'inputs'] as const;
const oneOf = `give a JSON object with exactly one of ${forms.join(', ')}`;

/**
 * A JSON body in one of MLflow's forms. Duplicate keys: the last one counts, as in Python.
 * `params` is ignored, as MLflow's server does for a model without parameters.
 *
 * @param features names in the model's order, for lists of values without names
 * @throws {RefusedRequestError}
 */
export function readJson(body: Uint8Array, features: readonly string[]): ScoringInput {
  const document = parse(body);
  if (!isObject(document)) {
    const found = Array.isArray(document) ? 'a list' : 'a single value';
    throw refuse('BAD_REQUEST', '', [`${found}, not an object`, oneOf]);
  }
  const given = forms.filter((form) => Object.hasOwn(document, form));
  const [form] = given;
  if (form === undefined || given.length > 1) {
    const found = form === undefined ? 'no rows' : `several inputs: ${given.join(', ')}`;
    throw refuse('BAD_REQUEST', '', [found, oneOf]);
  }
  const value: unknown = document[form];
  if (form === 'dataframe_split') return readTable(value, form);
  if (form === 'dataframe_records') return readRecords(value, form);
  if (isObject(value)) return columnsToRows(value, form);
  if (Array.isArray(value) && value.length > 0 && !isObject(value[0])) {
    return readTable({ columns: features, data: value }, form, '');
  }
  return readRecords(value, form);
}

function parse(body: Uint8Array): unknown {
  if (!isUtf8(body)) {
    throw refuse('BAD_REQUEST', '', ['the body is not UTF-8', 'send JSON as UTF-8']);
  }
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  // Some clients begin with a byte order mark.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    return parsePythons(json);
  }
}

/** Python's `json.dumps` writes a missing number as NaN, which is no JSON; MLflow's server reads it. */
function parsePythons(text: string): unknown {
  try {
    return JSON.parse(
      text.replaceAll(/"(?:[^"\\]|\\.)*"|\bNaN\b/gsu, (found) =>
        found === 'NaN' ? 'null' : found,
      ),
    );
  } catch {
    // The parser's own message quotes the body, which must not come back.
    throw refuse('BAD_REQUEST', '', ['the body is not JSON', 'send valid JSON']);
  }
}
