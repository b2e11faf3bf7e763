import { randomBytes } from 'node:crypto';
import { z } from 'zod';

const prefix = 'xgflow.promotion.';

const schema = z.object({
  v: z.literal(1),
  /** When it was decided, ISO 8601 in UTC, by the clock of the machine that decided. */
  at: z.iso.datetime(),
  action: z.enum(['promote', 'refuse', 'rollback']),
  /** Version that was the champion; null: there was none. */
  from: z.string().nullable(),
  /** Version that became it, or was refused. */
  to: z.string(),
  by: z.string(),
  why: z.string(),
  /** Codes of the gate's reasons; empty for a rollback. */
  reasons: z.array(z.string()),
  /** Promoted against the gate's decision. */
  forced: z.boolean(),
  /** Directory of the gate's report: `runs:/<run>/gate/<digest>`; null where there is none. */
  report: z.string().nullable(),
});

/** One decision about a model's champion. */
export type HistoryEntry = z.infer<typeof schema>;

/** An entry with the tag that holds it. */
export interface RecordedEntry extends HistoryEntry {
  readonly key: string;
}

/**
 * A tag key that no other entry has, and that sorts by time; after the last entry also where the clock of the machine that
 * wrote it is ahead of this one's, since the order of entries tells what followed what.
 */
export function newEntryKey(at: Date, last?: string): string {
  const time = new Date(Math.max(at.getTime(), last === undefined ? 0 : timeOf(last) + 1));
  const digits = time.toISOString().replaceAll(/[-:.]/g, '');
  return `${prefix}${digits}-${randomBytes(5).toString('hex')}`;
}

/** Unix time in milliseconds, of this clock or another's; 0 for a key that is not made by `newEntryKey`. */
function timeOf(key: string): number {
  const iso = key
    .slice(prefix.length)
    .replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-.*$/, '$1-$2-$3T$4:$5:$6.$7Z');
  return Date.parse(iso) || 0;
}

export interface History {
  /** Oldest first. */
  readonly entries: readonly RecordedEntry[];
  /** Keys of entries that cannot be read. */
  readonly damaged: readonly string[];
}

/** The history that a registered model's tags hold; other tags are none of it. */
export function historyOf(
  tags: readonly { readonly key: string; readonly value: string }[],
): History {
  const own = tags
    .filter(({ key }) => key.startsWith(prefix))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, value }) => ({ key, entry: parse(value) }));
  return {
    entries: own.flatMap(({ entry, key }) => (entry ? [{ ...entry, key }] : [])),
    damaged: own.flatMap(({ entry, key }) => (entry ? [] : [key])),
  };
}

function parse(text: string): HistoryEntry | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The entries that moved the champion, or were to. */
export function movesOf({ entries }: History): RecordedEntry[] {
  return entries.filter(({ action }) => action !== 'refuse');
}

/** Whether two entries say the same of the same versions; who, when and in which words do not count. */
export function sayTheSame(a: HistoryEntry, b: HistoryEntry): boolean {
  return (
    a.action === b.action &&
    a.from === b.from &&
    a.to === b.to &&
    a.report === b.report &&
    a.forced === b.forced
  );
}
