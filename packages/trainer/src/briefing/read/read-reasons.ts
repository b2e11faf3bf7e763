import type { VariantRun } from '../../record/variant-run.ts';
import type { CaseRow, EffectRow } from '../../report/index.ts';
import type { Reasons } from '../briefing.ts';
import type { RunFiles } from './run-files.ts';
import type { TextRow } from './text-row.ts';

/** Reads why a variant predicts as it does. @param files of its run */
export async function readReasons(run: VariantRun, files: RunFiles): Promise<Reasons> {
  const [effects = [], cases = []] = await files.tables('effects', 'typical-cases');
  return { run, effects: effects.map(effectOf), cases: cases.map(caseOf) };
}

function effectOf(row: TextRow): EffectRow {
  return {
    ...classOf(row),
    feature: row.text('feature'),
    rank: row.number('rank'),
    mean_abs: row.number('mean_abs'),
    kind: row.text('kind') === 'numeric' ? 'numeric' : 'categorical',
    place: row.number('place'),
    values: row.text('values'),
    rows: row.number('rows'),
    ...row.maybes(['mean', 'low', 'high']),
  };
}

function caseOf(row: TextRow): CaseRow {
  const exposure = row.maybe('exposure');
  return {
    case: row.text('case') as CaseRow['case'],
    ...classOf(row),
    made_from: row.number('made_from'),
    score: row.number('score'),
    ...(exposure === null ? {} : { exposure }),
    rank: row.number('rank'),
    feature: row.text('feature'),
    value: row.text('value'),
    usual: row.text('usual'),
    contribution: row.number('contribution'),
  };
}

/** Only where there are several classes. */
function classOf(row: TextRow): { readonly class?: string } {
  const name = row.text('class');
  return name === '' ? {} : { class: name };
}
