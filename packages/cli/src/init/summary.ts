import type { SweepDraft } from '@xgflow/trainer';
import type { Output } from '../output/output.ts';
import { shellWord } from '../output/shell-word.ts';
import { targetAnswer, targetText } from '../task/target-text.ts';

/** A written sweep file for a program. */
export function draftAnswer(draft: SweepDraft, file: string): unknown {
  return {
    file,
    name: draft.name,
    rows: draft.rows,
    target: draft.target,
    target_guessed: draft.targetGuessed,
    ...targetAnswer(draft.summary, draft.rows),
    duplicates: draft.duplicates,
    columns: draft.columns,
    leakage_suspects: draft.suspects,
  };
}

/** What is to be looked at before anything else. */
export function draftWarnings({ headerLikeValue }: SweepDraft): string[] {
  if (headerLikeValue === undefined) return [];
  return [
    `the first line looks like data: ${JSON.stringify(headerLikeValue)} names a column and is a cell of it · give the file a header line, unless it is one`,
  ];
}

/** A written sweep file for a person: what was guessed, what was left out, what to do next. */
export function renderDraft(
  draft: SweepDraft,
  { file, output }: { readonly file: string; readonly output: Output },
): string {
  const { columns, suspects } = draft;
  const count = (use: string): number => columns.filter((column) => column.use === use).length;
  const dropped = columns.filter(({ use }) => use === 'drop');
  const named = suspects.filter(({ why }) => why === 'name').map(({ column }) => column);
  const table =
    dropped.length === 0
      ? []
      : [
          '',
          output.table({
            columns: [{ title: 'left out' }, { title: 'because', shrinks: true }],
            rows: dropped.map(({ name, reason }) => [name, reason]),
          }),
        ];
  return [
    `${file} written: ${draft.rows} rows, ${count('numeric')} numeric and ${count('categorical')} categorical features`,
    `target ${draft.target}${draft.targetGuessed ? ' (guessed: --target names another)' : ''}: ${targetText(draft.summary, draft.rows)}`,
    ...table,
    ...(named.length === 0
      ? []
      : ['', `Known only after the event, by the name? ${named.join(', ')}`]),
    '',
    `Read the file, then: xgflow sweep ${shellWord(file)} --dry-run`,
  ].join('\n');
}
