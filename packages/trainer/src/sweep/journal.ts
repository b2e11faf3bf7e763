import { rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '@xgflow/data';
import { AppendOnlyLog } from '@xgflow/mlflow-client';
import type { TrialRecord } from './result.ts';

type JournalRecord =
  /** `--fresh`: what stands before it counts no more. */
  | { readonly type: 'fresh' }
  | { readonly type: 'trial'; readonly variant: string; readonly trial: TrialRecord };

const format = 'xgflow-sweep-journal/1';

export interface JournalOptions {
  /** The directory of local state, `.xgflow`. */
  readonly home: string;
  /** What makes two sweeps the same; names the file. */
  readonly identity: string;
  /** Forget what an earlier, unfinished run of the same sweep left. */
  readonly fresh: boolean;
}

/**
 * The finished trials of a sweep that is still open, so that a killed one goes on where it was.
 * Trials depend on the identity alone, so they may be used by whichever run comes next. One process
 * at a time: the log's lock refuses a second one and names the holder.
 */
export class SweepJournal implements AsyncDisposable {
  readonly #log: AppendOnlyLog;
  readonly #file: string;
  readonly #trials = new Map<string, Map<number, TrialRecord>>();

  private constructor(log: AppendOnlyLog, file: string) {
    this.#log = log;
    this.#file = file;
  }

  /** @throws LogLockedError when another process runs the same sweep · UnwritableFileError */
  static async open({ home, identity, fresh }: JournalOptions): Promise<SweepJournal> {
    const directory = path.join(home, 'sweeps');
    await makeFolder(directory);
    const file = path.join(directory, `${identity}.journal`);
    const log = await AppendOnlyLog.open(file, { format });
    const journal = new SweepJournal(log, file);
    if (fresh) await log.append({ type: 'fresh' } satisfies JournalRecord);
    for await (const record of log.records()) journal.#remember(record as JournalRecord);
    return journal;
  }

  /**
   * Trials of a variant that are done, by index. Failed ones are tried again, and those with a score
   * that is not finite, which JSON does not keep.
   */
  trials(variant: string): ReadonlyMap<number, TrialRecord> {
    const trials = this.#trials.get(variant) ?? new Map<number, TrialRecord>();
    return new Map([...trials].filter(([, trial]) => isDone(trial)));
  }

  /** Durable when it resolves. */
  async addTrial(variant: string, trial: TrialRecord): Promise<void> {
    await this.#log.append({ type: 'trial', variant, trial } satisfies JournalRecord);
  }

  /** The sweep is finished: MLflow is the record now. */
  async remove(): Promise<void> {
    await rm(this.#file, { force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#log.close();
  }

  #remember(record: JournalRecord): void {
    if (record.type === 'fresh') {
      this.#trials.clear();
      return;
    }
    const trials = this.#trials.get(record.variant) ?? new Map<number, TrialRecord>();
    trials.set(record.trial.index, record.trial);
    this.#trials.set(record.variant, trials);
  }
}

function isDone({ error, foldScores }: TrialRecord): boolean {
  return error === undefined && foldScores.every(Number.isFinite);
}
