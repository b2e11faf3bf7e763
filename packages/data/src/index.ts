export { readCsv } from './csv/read-csv.ts';
export { csvRecords, type CsvRecordsOptions, type RecordBatch } from './csv/csv-records.ts';
export { csvCell } from './csv/csv-cell.ts';
export { makeFolder } from './files/make-folder.ts';
export { fileDigest } from './csv/file-digest.ts';
export type { CsvSource } from './csv/bytes.ts';
export type { CsvOptions, ReadCsvOptions, ReadProgress } from './csv/csv-options.ts';

export {
  parseSource,
  withoutPassword,
  type LocationOptions,
  type SourceLocation,
} from './sql/source-location.ts';
export type { PostgresLocation } from './sql/postgres/postgres-location.ts';
export { openSource } from './sql/open-source.ts';
export { readSource, type ReadSourceOptions } from './sql/read-source.ts';
export type { OpenOptions, OpenTable, RowBlock, TableSource } from './sql/table-source.ts';
export { cellText } from './sql/cell.ts';
export type { Cell, CellKind, SourceColumn } from './sql/cell.ts';
export { contentDigest } from './sql/snapshot/content-digest.ts';
export {
  pullSnapshot,
  snapshotPath,
  type PullOptions,
  type Snapshot,
} from './sql/snapshot/pull-snapshot.ts';

export { compareContract } from './contract/compare-contract.ts';
export { inferContract } from './contract/infer-contract.ts';
export { readContract, writeContract } from './contract/contract-file.ts';
export {
  DEFAULT_TOLERANCE,
  type CategoricalContract,
  type ColumnContract,
  type Contract,
  type ContractChange,
  type ContractDifference,
  type ContractTolerance,
  type NumericContract,
} from './contract/contract.ts';

export { DEFAULT_MISSING_TOKENS } from './cells/missing-tokens.ts';
export { parseNumber } from './cells/parse-number.ts';
export { levelIndex } from './cells/level-index.ts';
export { shortestFloat32 } from './cells/shortest-float32.ts';

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
export { BadSourceError } from './errors/bad-source-error.ts';
export { BadTableError } from './errors/bad-table-error.ts';
export { ContractBrokenError } from './errors/contract-broken-error.ts';
export { CsvSyntaxError } from './errors/csv-syntax-error.ts';
export { firstFew } from './errors/first-few.ts';
export { firstIssue } from './errors/first-issue.ts';
export { EmptyFileError } from './errors/empty-file-error.ts';
export { EncodingError, type WrongEncoding } from './errors/encoding-error.ts';
export { NoRowsError } from './errors/no-rows-error.ts';
export { RaggedRowError } from './errors/ragged-row-error.ts';
export { SourceAuthError } from './errors/source-auth-error.ts';
export { SourceQueryError } from './errors/source-query-error.ts';
export { SourceUnavailableError } from './errors/source-unavailable-error.ts';
export { TooLargeError } from './errors/too-large-error.ts';
export { UnknownColumnError } from './errors/unknown-column-error.ts';
export { UnsupportedTypeError } from './errors/unsupported-type-error.ts';
export { UnreadableFileError } from './errors/unreadable-file-error.ts';
export { UnseenLevelError } from './errors/unseen-level-error.ts';
export { unwritable, UnwritableFileError } from './errors/unwritable-file-error.ts';
export { writeFault, type WriteFault } from './errors/write-fault.ts';
