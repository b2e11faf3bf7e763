import { Readable } from 'node:stream';
import { BadHeaderError, csvRecords, DataError, TooLargeError } from '@xgflow/data';
import { RefusedRequestError } from '../errors/refused-request-error.ts';
import { refuse } from './refuse.ts';
import { pointerOf, type RowInput } from './scoring-input.ts';

/** A CSV body with a header. Places are `/row/column`, rows counted from 0. @throws {RefusedRequestError} */
export async function readCsvBody(body: Uint8Array, maxRows: number): Promise<RowInput> {
  let names: readonly string[] = [];
  const rows: (readonly string[])[] = [];
  try {
    const batches = csvRecords(Readable.from([body]), {
      batchRows: 10_000,
      maxRows,
      sourceName: 'the body',
    });
    for await (const batch of batches) {
      names = batch.names;
      for (const row of batch.rows) rows.push(row);
    }
  } catch (error) {
    if (error instanceof TooLargeError && error.limit === 'maxRows') throw tooManyRows(maxRows);
    if (!(error instanceof DataError)) throw error;
    throw refuse('BAD_REQUEST', '', wordsOf(error));
  }
  return { kind: 'rows', names, rows, pointer: pointerOf };
}

/** Nothing of the body comes back: the reader quotes names of a wrong header. */
function wordsOf(error: DataError): [message: string, hint: string] {
  if (error instanceof BadHeaderError) {
    if (error.reason === 'delimiter') {
      return ['the cells are not separated by commas', 'separate them by commas'];
    }
    return ['a column name is empty or occurs twice', 'give every column a name of its own'];
  }
  const [message = '', where = '', hint = 'correct the CSV text'] = error.message.split(' · ');
  return [`${message} (${where})`, hint];
}

/** 413, for a request that may be split. */
export function tooManyRows(maxRows: number): RefusedRequestError {
  const problem = {
    pointer: '',
    message: `more than ${maxRows} rows`,
    hint: 'send fewer rows at a time, or use xgflow predict for files',
  };
  return new RefusedRequestError('RESOURCE_EXHAUSTED', [problem], 413);
}
