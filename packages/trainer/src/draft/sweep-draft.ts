import type { LeakageSuspect } from '../leakage/find-leaks.ts';
import type { TargetSummary } from '../check/target-summary.ts';
import type { Verdict } from './judge-column.ts';

/** A column and what becomes of it. */
export interface DraftedColumn extends Verdict {
  readonly name: string;
}

/** A first sweep file and what it says. */
export interface SweepDraft {
  readonly text: string;
  readonly name: string;
  readonly rows: number;
  readonly target: string;
  /** The task that was guessed from it, and what it holds. */
  readonly summary: TargetSummary;
  readonly targetGuessed: boolean;
  /** Features and dropped columns, in the order of the file. */
  readonly columns: readonly DraftedColumn[];
  readonly suspects: readonly LeakageSuspect[];
  /** Rows that repeat an earlier one. */
  readonly duplicates: number;
  /** A column whose name is also one of its values: the file may have no header. */
  readonly headerLikeValue: string | undefined;
}
