import type { Entry } from './measure/interleave.ts';

/** What a case gets to work with. */
export interface CaseContext {
  /** Times that each contender is measured. */
  readonly pairs: number;
  /** Tiny sizes: to see that it works, not how fast. */
  readonly quick: boolean;
  /** Trials per variant, instead of the case's own number. */
  readonly trials: number | undefined;
  /** An empty directory of its own, removed afterwards. */
  readonly scratch: string;
  /** The tracking URI of a fresh MLflow server, started at the first call and shared by the cases. */
  readonly server: () => Promise<string>;
  readonly log: (line: string) => void;
}

/** Contenders that do the same work. */
export interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Items that one measurement works through, with their unit: adds a column "items per second". */
  readonly items?: { readonly count: number; readonly unit: string };
}

/** A goal and what came out. */
export interface Verdict {
  readonly goal: string;
  readonly value: number;
  readonly unit: string;
  readonly met: boolean;
}

export interface CaseResult {
  readonly groups: readonly Group[];
  readonly verdicts: readonly Verdict[];
  /** Sizes and settings that the figures depend on. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** Single figures beside the groups. */
  readonly figures?: Readonly<Record<string, string>>;
}

/** One comparison. */
export interface Case {
  readonly name: string;
  readonly title: string;
  /** What is compared, and what is and is not in the figures; Markdown. */
  readonly about: string;
  /** What is known of the reason where a goal is missed; Markdown. */
  readonly whyMissed?: string;
  run(context: CaseContext): Promise<CaseResult>;
}
