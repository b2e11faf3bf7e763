import { CsvError } from 'csv-parse';
import { CsvSyntaxError } from '../errors/csv-syntax-error.ts';
import { DataError } from '../errors/data-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';

const WHAT: Partial<Record<CsvError['code'], string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'text after a closing quote',
  CSV_QUOTE_NOT_CLOSED: 'a quote is never closed',
  INVALID_OPENING_QUOTE: 'a quote inside an unquoted cell',
};

/** What csv-parse reported, as an error of this package. */
export function parserError(error: Error, source: string, maxRecordBytes: number): Error {
  if (error instanceof DataError || !(error instanceof CsvError)) return error;
  const line = typeof error.lines === 'number' ? error.lines : 0;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new TooLargeError({ source, limit: 'maxRecordBytes', allowed: maxRecordBytes, line });
  }
  return new CsvSyntaxError({ source, line, what: WHAT[error.code] ?? 'not CSV', cause: error });
}
