import { expect, test } from '@jest/globals';
import type { SourceLocation } from '@xgflow/data';
import { Table } from '@xgflow/data';
import type { Column } from '@xgflow/data';
import type { ResolvedConfig } from '../../src/config/index.ts';
import type { PreparedSweep } from '../../src/sweep/prepare.ts';
import { datasetInput } from '../../src/tracking/dataset-input.ts';

const number = (name: string, values: number[], integer = true): Column => ({
  kind: 'numeric',
  name,
  values: Float64Array.from(values),
  integer,
  missing: values.filter(Number.isNaN).length,
});
const levels = (name: string, given: string[] | number[]): Column => ({
  kind: 'categorical',
  name,
  levels: given,
  codes: Int32Array.of(0, 1),
  missing: 0,
});

function prepared(
  columns: Column[],
  location: SourceLocation,
  config: Partial<ResolvedConfig> = {},
): PreparedSweep {
  return {
    features: new Table(columns),
    identity: { dataDigest: 'd' },
    location,
    config: { target: 'y', source: location.name, ...config },
    target: { task: 'binary', labels: Float64Array.of(0, 1), classes: ['no', 'yes'] },
  } as unknown as PreparedSweep;
}

const file: SourceLocation = { kind: 'csv', name: 'claims.csv', path: '/data/claims.csv' };

test('a file has its name, digest, size and columns as MLflow types them', () => {
  const columns = [
    number('age', [1, 2]),
    number('cost', [0.5, NaN], false),
    levels('city', ['Bonn', 'Jena']),
    levels('grade', [1, 2]),
  ];
  expect(datasetInput(prepared(columns, file))).toEqual({
    name: 'claims.csv',
    digest: 'd',
    sourceType: 'local',
    source: { uri: 'claims.csv' },
    schema: {
      mlflow_colspec: [
        { name: 'y', type: 'string', required: true },
        { name: 'age', type: 'long', required: true },
        { name: 'cost', type: 'double', required: false },
        { name: 'city', type: 'string', required: true },
        { name: 'grade', type: 'long', required: true },
      ],
    },
    profile: { num_rows: 2, num_elements: 10 },
    context: 'training',
  });
});

test('a table too wide for MLflow has no schema there', () => {
  const wide = (count: number): Column[] =>
    Array.from({ length: count }, (_, at) => number(`column number ${at} of the table`, [1, 2]));
  expect(datasetInput(prepared(wide(2000), file))).toHaveProperty('schema');
  const input = datasetInput(prepared(wide(20_000), file));
  expect(input).not.toHaveProperty('schema');
  expect(input.profile).toEqual({ num_rows: 2, num_elements: 2 * 20_001 });
});
