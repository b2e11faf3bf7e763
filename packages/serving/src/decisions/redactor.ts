import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { DecisionLogError } from '../errors/decision-log-error.ts';
import type { LoggedCell } from './decision.ts';

const KEY_BYTES = 32;

/** Where the key of a log's hashes lies: beside it, readable for its owner only. */
function keyPath(log: string): string {
  return `${log}.key`;
}

/**
 * Replaces the values of some columns by hashes under a key that is not in the log. A value cannot be read or guessed
 * from a hash without the key; who has the key and the value can show that it is the one that was scored.
 */
export class Redactor {
  readonly #columns: ReadonlySet<string>;
  readonly #key: Buffer;

  private constructor(columns: readonly string[], key: Buffer) {
    this.#columns = new Set(columns);
    this.#key = key;
  }

  /** With the key of this log, which is made when there is none. @throws {DecisionLogError} */
  static async open(log: string, columns: readonly string[]): Promise<Redactor> {
    const path = keyPath(log);
    const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
    try {
      await writeFile(temporary, randomBytes(KEY_BYTES), { flag: 'wx', flush: true, mode: 0o600 });
      // Whole, and never in the place of a key that is there.
      await link(temporary, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new DecisionLogError(path, 'the key cannot be written', { cause: error });
      }
    } finally {
      await rm(temporary, { force: true });
    }
    return Redactor.read(log, columns);
  }

  /** With the key that is there. @throws {DecisionLogError} */
  static async read(log: string, columns: readonly string[] = []): Promise<Redactor> {
    const path = keyPath(log);
    const key = await readFile(path).catch((cause: unknown) => {
      throw new DecisionLogError(path, 'the key of redacted values cannot be read', { cause });
    });
    if (key.length === KEY_BYTES) return new Redactor(columns, key);
    throw new DecisionLogError(path, `the key has ${key.length} bytes, not ${KEY_BYTES}`);
  }

  get columns(): readonly string[] {
    return [...this.#columns];
  }

  /** The row with its redacted columns replaced. */
  redact(input: Readonly<Record<string, LoggedCell>>): Record<string, LoggedCell> {
    return Object.fromEntries(
      Object.entries(input).map(([name, value]) => [
        name,
        this.#columns.has(name) ? { redacted: this.#hash(name, value) } : value,
      ]),
    );
  }

  /** Whether a value is the one that was redacted; `34` and `"34"` are the same cell. */
  matches(name: string, value: LoggedCell, hash: string): boolean {
    return timingSafeEqual(Buffer.from(this.#hash(name, value), 'hex'), Buffer.from(hash, 'hex'));
  }

  #hash(name: string, value: LoggedCell): string {
    const plain = value === null || typeof value === 'object' ? null : String(value);
    const text = JSON.stringify([name, plain]);
    return createHmac('sha256', this.#key).update(text).digest('hex').slice(0, 32);
  }
}
