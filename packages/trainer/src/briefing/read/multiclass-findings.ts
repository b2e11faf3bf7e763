import type { ClassSlice } from '../../report/index.ts';
import type { MulticlassFindings } from '../findings.ts';
import type { RunFiles } from './run-files.ts';
import { sliceName, withBounds } from './slice-name.ts';
import type { TextRow } from './text-row.ts';

/** Reads the tables of a run of several classes. */
export async function multiclassFindings(files: RunFiles): Promise<MulticlassFindings> {
  const [confusion = [], slices = []] = await files.tables('confusion-matrix', 'slices');
  return {
    task: 'multiclass',
    cells: confusion.map((row) => ({
      actual: row.text('actual'),
      predicted: row.text('predicted'),
      rows: row.number('rows'),
    })),
    slices: slices.map(sliceOf),
  };
}

function sliceOf(row: TextRow): ClassSlice {
  const commonest = row.text('commonest');
  return {
    ...sliceName(row),
    ...row.maybes(['right', ...withBounds('accuracy'), 'commonest_share', 'commonest_decided']),
    commonest: commonest === '' ? null : commonest,
    clearly_worse: row.flag('clearly_worse'),
  };
}
