import type { ValueSlice } from '../../report/index.ts';
import type { RegressionFindings, ValueCell, ValueDecile } from '../findings.ts';
import type { RunFiles } from './run-files.ts';
import { sliceName, withBounds } from './slice-name.ts';
import type { TextRow } from './text-row.ts';

/** Reads the tables of a run of predicted numbers. */
export async function regressionFindings(files: RunFiles): Promise<RegressionFindings> {
  const [cells = [], ratios = [], coverage = [], residuals = [], slices = []] = await files.tables(
    'predicted-against-actual',
    'ae-by-decile',
    'quantile-coverage',
    'residuals-by-decile',
    'slices',
  );
  return {
    task: 'regression',
    cells: cells.map(cellOf),
    deciles: residuals.map((row, place) => decileOf(row, ratios[place], coverage[place])),
    slices: slices.map(sliceOf),
  };
}

function cellOf(row: TextRow): ValueCell {
  return {
    predicted: [row.number('predicted_from'), row.number('predicted_to')],
    actual: [row.number('actual_from'), row.number('actual_to')],
    rows: row.number('rows'),
  };
}

/** All three tables have the same tenths of the predictions. */
function decileOf(
  residual: TextRow,
  ratio: TextRow | undefined,
  coverage: TextRow | undefined,
): ValueDecile {
  const mean = residual.number('mean_residual');
  const predicted = residual.number('mean_predicted');
  const per = ratio?.number('exposure') ?? NaN;
  return {
    decile: residual.number('decile'),
    rows: residual.number('rows'),
    expected: ratio ? ratio.number('expected') / per : predicted,
    actual: ratio ? ratio.number('actual') / per : predicted + mean,
    ratio: ratio?.number('ae_ratio') ?? NaN,
    covered: coverage?.number('covered') ?? NaN,
    residual: {
      mean,
      p10: residual.number('p10'),
      p50: residual.number('p50'),
      p90: residual.number('p90'),
    },
  };
}

function sliceOf(row: TextRow): ValueSlice {
  const off = row.text('clearly_off');
  return {
    ...sliceName(row),
    ...row.maybes(['exposure', 'mean_actual', 'mean_predicted']),
    ...row.maybes(withBounds('ae_ratio', 'mean_residual', 'covered', 'error')),
    metric: row.text('metric'),
    clearly_worse: row.flag('clearly_worse'),
    clearly_off: off === 'too high' || off === 'too low' ? off : '',
  };
}
