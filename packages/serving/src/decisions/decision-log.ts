import { randomBytes } from 'node:crypto';
import { rename, stat } from 'node:fs/promises';
import { AppendOnlyLog, DiskFullError } from '@xgflow/mlflow-client';
import { DecisionLogError } from '../errors/decision-log-error.ts';
import { DecisionNotLoggedError } from '../errors/decision-not-logged-error.ts';
import { DECISION_FORMAT } from './decision.ts';
import type { Decision } from './decision.ts';
import { Redactor } from './redactor.ts';
import type { RowFacts } from './row-facts.ts';

export interface DecisionLogOptions {
  /** Columns whose values are replaced by hashes. Default none. */
  readonly redact?: readonly string[];
  /**
   * `always` (default): a decision is on the disk before it is given. `never`: it has been handed to the system, and
   * survives the death of this process, not that of the machine.
   */
  readonly fsync?: 'always' | 'never';
  /** Bytes after which a new file is begun. Default 256 MiB. */
  readonly maxBytes?: number;
  /** Rows that may wait to be written; more are refused. Default 100,000. */
  readonly maxWaiting?: number;
}

type Limits = Required<Omit<DecisionLogOptions, 'redact'>>;

/** The rows of a request and who decided them. */
export interface DecidedRows extends Pick<Decision, 'route' | 'model' | 'threshold' | 'libraries'> {
  readonly rows: readonly RowFacts[];
}

/**
 * Decisions in a file that only grows: a record a row, durable before `record` resolves. What cannot be logged is
 * refused, so that no decision is given that the log does not hold.
 */
export class DecisionLog implements AsyncDisposable {
  readonly path: string;
  /** Columns whose values are replaced by hashes. */
  readonly redacted: readonly string[];
  readonly #options: Limits;
  readonly #redactor: Redactor | undefined;
  /** Undefined after a failure: the next record opens it again. */
  #log: AppendOnlyLog | undefined;
  #bytes: number;
  #waiting = 0;
  /** The one change of files, while it lasts. */
  #changing: Promise<AppendOnlyLog> | undefined;
  #closed = false;

  private constructor(
    path: string,
    log: AppendOnlyLog,
    state: { bytes: number; redactor: Redactor | undefined; options: Limits },
  ) {
    this.path = path;
    this.redacted = state.redactor?.columns ?? [];
    this.#log = log;
    this.#bytes = state.bytes;
    this.#redactor = state.redactor;
    this.#options = state.options;
  }

  /**
   * Opens or makes the log; an unfinished record at its end, of a machine that died, is cut off.
   *
   * @throws LogLockedError: another process writes it · LogFormatError · DiskFullError · LocalFileError · DecisionLogError
   */
  static async open(path: string, options: DecisionLogOptions = {}): Promise<DecisionLog> {
    const {
      fsync = 'always',
      maxBytes = 256 * 2 ** 20,
      maxWaiting = 100_000,
      redact = [],
    } = options;
    const log = await AppendOnlyLog.open(path, { format: DECISION_FORMAT, fsync });
    try {
      const redactor = redact.length === 0 ? undefined : await Redactor.open(path, redact);
      const { size } = await stat(path);
      const state = { bytes: size, redactor, options: { fsync, maxBytes, maxWaiting } };
      return new DecisionLog(path, log, state);
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  /**
   * Logs the rows of one request.
   *
   * @returns the request's id; row i, from 0, is `<id>.<i>`
   * @throws {DecisionNotLoggedError} too much waits, or the disk does not take it: do not give the decision
   */
  async record({ rows, ...who }: DecidedRows): Promise<string> {
    if (this.#waiting + rows.length > this.#options.maxWaiting && this.#waiting > 0) {
      throw new DecisionNotLoggedError('too many decisions wait to be logged');
    }
    const at = new Date();
    const id = newId(at);
    this.#waiting += rows.length;
    let log: AppendOnlyLog | undefined;
    try {
      log = await this.#ready();
      const records = rows.map((row, index) => this.#decision(`${id}.${index}`, at, who, row));
      for (const { size } of records) this.#bytes += size;
      await appendAll(log, records);
      return id;
    } catch (cause) {
      // A full disk leaves the log as it was; after anything else it is opened again.
      if (log !== undefined && !(cause instanceof DiskFullError)) await this.#giveUp(log);
      throw new DecisionNotLoggedError('the decision could not be logged', { cause });
    } finally {
      this.#waiting -= rows.length;
    }
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#changing?.catch(() => undefined);
    await this.#log?.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #decision(
    id: string,
    at: Date,
    who: Omit<DecidedRows, 'rows'>,
    { input, ...said }: RowFacts,
  ): { decision: Decision; size: number } {
    const given = this.#redactor?.redact(input) ?? input;
    const score = typeof said.score === 'number' ? said.score : [...said.score];
    const decision = {
      v: 1 as const,
      id,
      at: at.toISOString(),
      ...who,
      input: given,
      ...said,
      score,
    };
    return { decision, size: JSON.stringify(decision).length + FRAME_BYTES };
  }

  /** The log to write to: another file when this one is full, the same one again after a failure. */
  #ready(): Promise<AppendOnlyLog> {
    const isFull = this.#bytes >= this.#options.maxBytes;
    if (this.#changing === undefined && this.#log !== undefined && !isFull) {
      return Promise.resolve(this.#log);
    }
    this.#changing ??= this.#change(isFull).finally(() => {
      this.#changing = undefined;
    });
    return this.#changing;
  }

  async #change(isFull: boolean): Promise<AppendOnlyLog> {
    if (this.#closed) throw new DecisionLogError(this.path, 'the log is closed');
    await this.#log?.close();
    this.#log = undefined;
    // The full file gets a name of its own, and a new one takes its place.
    if (isFull) await renameAway(this.path, `${this.path}.${newId(new Date())}`);
    const { fsync } = this.#options;
    this.#log = await AppendOnlyLog.open(this.path, { format: DECISION_FORMAT, fsync });
    this.#bytes = (await stat(this.path)).size;
    return this.#log;
  }

  async #giveUp(log: AppendOnlyLog): Promise<void> {
    if (this.#log === log) this.#log = undefined;
    await log.close().catch(() => undefined);
  }
}

/** All or none: what of a request is written when one of its records fails was never given as a decision. */
async function appendAll(
  log: AppendOnlyLog,
  records: readonly { readonly decision: Decision }[],
): Promise<void> {
  const done = await Promise.allSettled(records.map(({ decision }) => log.append(decision)));
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** A file that somebody has moved already needs no other name. */
async function renameAway(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
}

/** Checksum, length, spaces and line break of a record. */
const FRAME_BYTES = 20;

/** Sorts by time, and is never given twice. */
function newId(at: Date): string {
  return `${at.toISOString().replaceAll(/[-:.]/g, '')}-${randomBytes(5).toString('hex')}`;
}
