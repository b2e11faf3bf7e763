import type { CaseRow, EffectRow, SliceRow } from '../report/index.ts';
import type { VariantRun } from '../record/variant-run.ts';
import type { BestVariant, Decisions } from './briefing.ts';
import type { RunFiles } from './run-files.ts';
import type { TextRow } from './read-rows.ts';

/** Reads the tables of a variant's run. */
export async function readBest(run: VariantRun, files: RunFiles): Promise<BestVariant> {
  const [confusion, gains, calibration, slices, effects, cases] = await Promise.all(
    ['confusion-matrix', 'gain-and-lift', 'calibration', 'slices', 'effects', 'typical-cases'].map(
      (name) => files.rows(`tables/${name}.csv`),
    ),
  );
  return {
    run,
    positive: confusion?.at(-1)?.text('actual') ?? '1',
    decisions: decisionsOf(confusion ?? []),
    gains: (gains ?? []).map((row) => ({
      rowsShare: row.number('rows_share'),
      gain: row.number('gain'),
    })),
    calibration: (calibration ?? []).map((row) => ({
      rows: row.number('rows'),
      predicted: row.number('mean_predicted'),
      observed: row.number('observed'),
    })),
    slices: (slices ?? []).map(sliceOf),
    effects: (effects ?? []).map(effectOf),
    cases: (cases ?? []).map(caseOf),
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

function sliceOf(row: TextRow): SliceRow {
  return {
    column: row.text('column'),
    slice: row.text('slice'),
    sensitive: row.flag('sensitive'),
    rows: row.number('rows'),
    positives: row.maybe('positives'),
    flagged: row.maybe('flagged'),
    caught: row.maybe('caught'),
    mean_predicted: row.maybe('mean_predicted'),
    ...range(row, 'precision'),
    ...range(row, 'recall'),
    ...range(row, 'false_positive_rate'),
    ...range(row, 'f1'),
    clearly_worse: row.flag('clearly_worse'),
  };
}

function range<Name extends string>(
  row: TextRow,
  name: Name,
): Record<Name | `${Name}_low` | `${Name}_high`, number | null> {
  const names = [name, `${name}_low`, `${name}_high`];
  return Object.fromEntries(names.map((key) => [key, row.maybe(key)])) as ReturnType<
    typeof range<Name>
  >;
}

function effectOf(row: TextRow): EffectRow {
  return {
    feature: row.text('feature'),
    rank: row.number('rank'),
    mean_abs: row.number('mean_abs'),
    kind: row.text('kind') === 'numeric' ? 'numeric' : 'categorical',
    place: row.number('place'),
    values: row.text('values'),
    rows: row.number('rows'),
    mean: row.maybe('mean'),
    low: row.maybe('low'),
    high: row.maybe('high'),
  };
}

function caseOf(row: TextRow): CaseRow {
  return {
    case: row.text('case') as CaseRow['case'],
    made_from: row.number('made_from'),
    score: row.number('score'),
    rank: row.number('rank'),
    feature: row.text('feature'),
    value: row.text('value'),
    usual: row.text('usual'),
    contribution: row.number('contribution'),
  };
}
