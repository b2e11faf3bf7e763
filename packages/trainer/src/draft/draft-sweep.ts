import { basename, relative, dirname, resolve } from 'node:path';
import { findDuplicates } from '@xgflow/data';
import type { SourceLocation, Table } from '@xgflow/data';
import { parseSweepConfig } from '../config/index.ts';
import { findLeaks } from '../leakage/find-leaks.ts';
import type { LeakageSuspect } from '../leakage/find-leaks.ts';
import { readAnything } from '../source/index.ts';
import { describeTarget } from '../check/target-summary.ts';
import type { Target } from '../sweep/target.ts';
import { binaryTarget } from '../sweep/targets/binary-target.ts';
import { multiclassTarget } from '../sweep/targets/multiclass-target.ts';
import { regressionTarget } from '../sweep/targets/regression-target.ts';
import type { Task } from '../metrics/index.ts';
import { checkClasses, checkFeaturesLeft, checkParts } from './check-draft.ts';
import { profileColumn } from './column-profile.ts';
import { draftText } from './draft-text.ts';
import { guessTarget } from './guess-target.ts';
import { guessTask } from './guess-task.ts';
import { judgeColumn } from './judge-column.ts';
import type { DraftedColumn, SweepDraft } from './sweep-draft.ts';

export interface DraftOptions {
  /** The table; a file's path is absolute. */
  readonly source: SourceLocation;
  /** What to read of a database: a table or a SELECT. */
  readonly query?: string | undefined;
  /** Where the sweep file will lie: the table is named relative to it. */
  readonly file: string;
  /** Column to predict. Default: guessed. */
  readonly target?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a table and writes a first sweep file for it: the target, which columns are left out and why, which are
 * categories, a split, a search and five variants. The text loads as a sweep file.
 *
 * @throws DataError for a file that cannot be read as a table · TargetGuessError · TargetError · DraftError where a sweep
 *   could not run
 */
export async function draftSweep(options: DraftOptions): Promise<SweepDraft> {
  const { source, query, file, signal } = options;
  const table = await readAnything(source, query, signal ? { signal } : {});
  const profiles = table.columns.map(profileColumn);
  const target = table.column(options.target ?? guessTarget(profiles, source.name)).name;
  const profile = profiles.find(({ name }) => name === target);
  if (profile) checkClasses(profile, source.name);
  const known = targetOf(table, target, profile ? guessTask(profile) : 'binary');
  const judged = profiles
    .filter(({ name }) => name !== target)
    .map((profile) => ({ name: profile.name, ...judgeColumn(profile) }));
  const kept = judged.filter(({ use }) => use !== 'drop').map(({ name }) => name);
  const suspects = findLeaks(table.select(kept), known);
  const columns = judged.map((column) => withoutLeak(column, suspects));
  checkFeaturesLeft(columns, target, source.name);
  const draft = {
    name: sweepName(source, query),
    rows: table.rowCount,
    target,
    summary: describeTarget(known),
    targetGuessed: options.target === undefined,
    columns,
    suspects,
    duplicates: findDuplicates(table).length,
    headerLikeValue: profiles.find(({ namedLikeValue }) => namedLikeValue)?.name,
  };
  const text = draftText(draft, { source: written(source, dirname(resolve(file))), query });
  checkParts(parseSweepConfig(text, { file }), known, source.name);
  return { ...draft, text };
}

function targetOf(table: Table, name: string, task: Task): Target {
  switch (task) {
    case 'binary':
      return binaryTarget(table, name);
    case 'multiclass':
      return multiclassTarget(table, name);
    case 'regression':
      return regressionTarget(table, name, []);
  }
}

function strength({ auc, correlation }: LeakageSuspect): string {
  return auc === undefined
    ? `correlation ${(correlation ?? NaN).toFixed(4)}`
    : `AUC ${auc.toFixed(4)}`;
}

function withoutLeak(column: DraftedColumn, suspects: readonly LeakageSuspect[]): DraftedColumn {
  const found = suspects.find((suspect) => suspect.column === column.name);
  return found?.why === 'score'
    ? {
        name: column.name,
        use: 'drop',
        reason: `it alone tells the target (${strength(found)}): is it known only afterwards?`,
      }
    : column;
}

/** A source as a sweep file in a directory writes it. */
function written(source: SourceLocation, directory: string): string {
  if (source.kind === 'postgres') return source.name;
  const file = relative(directory, source.path);
  return source.kind === 'sqlite' ? `sqlite:${file}` : file;
}

/** The name of a table or a file as the name of an experiment. */
function sweepName(source: SourceLocation, query: string | undefined): string {
  const table =
    query !== undefined && /^[\w.]+$/u.test(query) ? query.replace(/^.*\./u, '') : undefined;
  const place = source.kind === 'postgres' ? new URL(source.name).pathname : source.path;
  const stem = table ?? basename(place).replace(/\.[^.]*$/u, '');
  return stem.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[-.]+|[-.]+$/gu, '') || 'sweep';
}
