import type { BinarySlice } from '../../report/index.ts';
import type { BinaryFindings, Decisions } from '../findings.ts';
import type { RunFiles } from './run-files.ts';
import { sliceName, withBounds } from './slice-name.ts';
import type { TextRow } from './text-row.ts';

/** Reads the tables of a run of two classes. */
export async function binaryFindings(files: RunFiles): Promise<BinaryFindings> {
  const [confusion = [], gains = [], calibration = [], slices = []] = await files.tables(
    'confusion-matrix',
    'gain-and-lift',
    'calibration',
    'slices',
  );
  return {
    task: 'binary',
    positive: confusion.at(-1)?.text('actual') ?? '1',
    decisions: decisionsOf(confusion),
    gains: gains.map((row) => ({ rowsShare: row.number('rows_share'), gain: row.number('gain') })),
    calibration: calibration
      .filter((row) => row.text('scores') !== 'uncalibrated')
      .map((row) => ({
        rows: row.number('rows'),
        predicted: row.number('mean_predicted'),
        observed: row.number('observed'),
      })),
    slices: slices.map(sliceOf),
  };
}

/** Four lines: negative rows decided negative and positive, then the positive rows. */
function decisionsOf(rows: readonly TextRow[]): Decisions {
  const at = (place: number): number => rows[place]?.number('rows') ?? NaN;
  return {
    trueNegatives: at(0),
    falsePositives: at(1),
    falseNegatives: at(2),
    truePositives: at(3),
  };
}

function sliceOf(row: TextRow): BinarySlice {
  return {
    ...sliceName(row),
    ...row.maybes(['positives', 'flagged', 'caught', 'mean_predicted']),
    ...row.maybes(withBounds('precision', 'recall', 'false_positive_rate', 'f1')),
    clearly_worse: row.flag('clearly_worse'),
  };
}
