import { basename, relative, dirname, resolve } from 'node:path';
import { BadCellError, findDuplicates, readCsv } from '@xgflow/data';
import type { Table } from '@xgflow/data';
import { parseSweepConfig } from '../config/index.ts';
import { findLeaks } from '../leakage/find-leaks.ts';
import type { LeakageSuspect } from '../leakage/find-leaks.ts';
import { describeTarget } from '../check/target-summary.ts';
import type { Target } from '../sweep/target.ts';
import { binaryTarget } from '../sweep/targets/binary-target.ts';
import { multiclassTarget } from '../sweep/targets/multiclass-target.ts';
import { regressionTarget } from '../sweep/targets/regression-target.ts';
import type { Task } from '../metrics/index.ts';
import { profileColumn } from './column-profile.ts';
import { draftText } from './draft-text.ts';
import { guessTarget } from './guess-target.ts';
import { guessTask } from './guess-task.ts';
import { judgeColumn } from './judge-column.ts';
import type { DraftedColumn, SweepDraft } from './sweep-draft.ts';

export interface DraftOptions {
  /** CSV file. */
  readonly source: string;
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
 * @throws DataError for a file that cannot be read as a table · TargetGuessError · TargetError
 */
export async function draftSweep(options: DraftOptions): Promise<SweepDraft> {
  const { source, file, signal } = options;
  const table = await readAnything(source, signal);
  const profiles = table.columns.map(profileColumn);
  const target = table.column(options.target ?? guessTarget(profiles, source)).name;
  const profile = profiles.find(({ name }) => name === target);
  const known = targetOf(table, target, profile ? guessTask(profile) : 'binary');
  const judged = profiles
    .filter(({ name }) => name !== target)
    .map((profile) => ({ name: profile.name, ...judgeColumn(profile) }));
  const kept = judged.filter(({ use }) => use !== 'drop').map(({ name }) => name);
  const suspects = findLeaks(table.select(kept), known);
  const draft = {
    name: sweepName(source),
    rows: table.rowCount,
    target,
    summary: describeTarget(known),
    targetGuessed: options.target === undefined,
    columns: judged.map((column) => withoutLeak(column, suspects)),
    suspects,
    duplicates: findDuplicates(table).length,
  };
  const text = draftText(draft, relative(dirname(resolve(file)), resolve(source)));
  parseSweepConfig(text, { file });
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

/** Text columns become categories, also those whose text comes late in a long file. */
async function readAnything(source: string, signal: AbortSignal | undefined): Promise<Table> {
  const categorical: string[] = [];
  for (;;) {
    try {
      return await readCsv(source, {
        text: 'categorical',
        categorical,
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      if (!(error instanceof BadCellError && error.reason === 'late-text')) throw error;
      categorical.push(error.column);
    }
  }
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

/** The file's name as the name of an experiment. */
function sweepName(source: string): string {
  const stem = basename(source).replace(/\.[^.]*$/u, '');
  return stem.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[-.]+|[-.]+$/gu, '') || 'sweep';
}
