import { snakeCase } from '../leakage/snake-case.ts';
import type { DraftedColumn, SweepDraft } from './sweep-draft.ts';
import { searchText } from './search-text.ts';
import { exposureHint, targetText } from './target-text.ts';
import { yamlComment, yamlScalar } from './yaml-scalar.ts';

type Draft = Omit<SweepDraft, 'text'>;

const personal =
  /(?:^|_)(?:age|gender|sex|race|ethnic\w*|religion|nationality|disab\w*|marital\w*|pregnan\w*)(?:_|$)/u;

/** The sweep file of a draft, commented; pure. @param from the table as the sweep file writes it, and its query */
export function draftText(
  draft: Draft,
  { source, query }: { readonly source: string; readonly query?: string | undefined },
): string {
  const numeric = draft.columns.filter(({ use }) => use === 'numeric');
  return [
    yamlComment(
      `Written by \`xgflow init\` from ${draft.rows} rows. Read every line: a guess is a guess.`,
    ),
    '',
    `name: ${yamlScalar(draft.name)} # the experiment in MLflow`,
    `source: ${yamlScalar(source)}${source.startsWith('postgres:') ? '' : ' # relative to this file'}`,
    ...(query === undefined ? [] : [`query: ${yamlScalar(query)}`]),
    ...targetText(draft),
    '',
    ...list('drop', 'Left out, and why. Take a line away to use its column.', draft, 'drop'),
    ...nameSuspects(draft),
    ...list(
      'categorical',
      'Categories: text, and integers of few values. Take an integer away if its order means something.',
      draft,
      'categorical',
    ),
    ...(numeric.length === 0
      ? []
      : [yamlComment(`Numbers: ${numeric.map(({ name }) => name).join(', ')}`), '']),
    ...sensitive(draft.columns),
    ...duplicates(draft.duplicates),
    ...exposureHint(draft),
    ...searchText(draft),
    'model:',
    `  name: ${yamlScalar(`${draft.name}_model`)} # in the model registry`,
    '',
  ].join('\n');
}

function list(key: string, about: string, draft: Draft, use: DraftedColumn['use']): string[] {
  const columns = draft.columns.filter((column) => column.use === use);
  if (columns.length === 0) return [];
  const lines = columns.map(
    ({ name, reason }) =>
      `  - ${yamlScalar(name)}${reason === '' ? '' : ` ${yamlComment(reason)}`}`,
  );
  return [yamlComment(about), `${key}:`, ...lines, ''];
}

function nameSuspects({ suspects }: Draft): string[] {
  const named = suspects.filter(({ why }) => why === 'name');
  if (named.length === 0) return [];
  return [
    ...named.map(({ column }) =>
      yamlComment(
        `Leakage? ${column} sounds like something known only after the event. If so, add it to drop.`,
      ),
    ),
    '',
  ];
}

function sensitive(columns: readonly DraftedColumn[]): string[] {
  const found = columns.filter(({ name, use }) => use !== 'drop' && personal.test(snakeCase(name)));
  if (found.length === 0) return [];
  const names = found.map(({ name }) => yamlScalar(name)).join(', ');
  return [
    yamlComment(
      'About persons. Without the # the sweep warns; slices_only keeps them out of the model.',
    ),
    yamlComment(`sensitive: [${names}]`),
    yamlComment('sensitive_use: slices_only'),
    '',
  ];
}

function duplicates(count: number): string[] {
  if (count === 0) return [];
  const rows = count === 1 ? '1 row repeats' : `${count} rows repeat`;
  return [`duplicates: keep ${yamlComment(`${rows} an earlier one: keep, drop or fail`)}`, ''];
}
