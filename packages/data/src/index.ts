export { readCsv } from './csv/read-csv.ts';
export { csvRecords, type CsvRecordsOptions, type RecordBatch } from './csv/csv-records.ts';
export { csvCell } from './csv/csv-cell.ts';
export { fileDigest } from './csv/file-digest.ts';
export type { CsvSource } from './csv/bytes.ts';
export type { CsvOptions, ReadCsvOptions, ReadProgress } from './csv/csv-options.ts';

export { DEFAULT_MISSING_TOKENS } from './cells/missing-tokens.ts';
export { parseNumber } from './cells/parse-number.ts';
export { levelIndex } from './cells/level-index.ts';

export { Table } from './table/table.ts';
export type { CategoricalColumn, Column, Levels, NumericColumn } from './table/column.ts';
export { compareCodePoints } from './table/compare-code-points.ts';

export { inferSchema } from './schema/infer-schema.ts';
export { parseSchema } from './schema/parse-schema.ts';
export type { CategoricalSchema, ColumnSchema, NumericSchema, Schema } from './schema/schema.ts';

export { checkTable } from './checks/check-table.ts';
export { findDuplicates } from './checks/find-duplicates.ts';
export type {
  CheckName,
  CheckReport,
  ColumnChecks,
  TableChecks,
  Violation,
  ViolationCount,
} from './checks/table-checks.ts';

export { DataError } from './errors/data-error.ts';
export { BadCellError, type BadCellReason } from './errors/bad-cell-error.ts';
export { BadHeaderError } from './errors/bad-header-error.ts';
export { BadSchemaError } from './errors/bad-schema-error.ts';
export { BadTableError } from './errors/bad-table-error.ts';
export { CsvSyntaxError } from './errors/csv-syntax-error.ts';
export { EmptyFileError } from './errors/empty-file-error.ts';
export { EncodingError, type WrongEncoding } from './errors/encoding-error.ts';
export { RaggedRowError } from './errors/ragged-row-error.ts';
export { TooLargeError } from './errors/too-large-error.ts';
export { UnknownColumnError } from './errors/unknown-column-error.ts';
export { UnreadableFileError } from './errors/unreadable-file-error.ts';
export { UnseenLevelError } from './errors/unseen-level-error.ts';
