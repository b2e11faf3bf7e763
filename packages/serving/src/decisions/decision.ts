import { z } from 'zod';

/** First line of a decision log. */
export const DECISION_FORMAT = 'xgflow-decisions/1';

/** Instead of a redacted value: its keyed hash, which tells whether a value shown later is the one that was scored. */
const redacted = z.strictObject({ redacted: z.string().regex(/^[0-9a-f]{32}$/) });

const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), redacted]);

/** Cells by name. Not `z.record`, which leaves out a column named `__proto__`. */
const row = z.custom<Record<string, z.infer<typeof cell>>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((part) => cell.safeParse(part).success),
);

const schema = z.object({
  v: z.literal(1),
  /** Of the request and, after a point, of the row in it from 0. */
  id: z.string(),
  /** When it was decided, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** What was asked: `invocations`, `predict`, `explain`. */
  route: z.string(),
  model: z.object({
    name: z.string().nullable(),
    version: z.string().nullable(),
    run_id: z.string().nullable(),
    model_id: z.string().nullable(),
    /** Of the model file. */
    sha256: z.string(),
  }),
  /** Of a binary model. */
  threshold: z.number().nullable(),
  /** Versions of xgflow and libxgboost that scored. */
  libraries: z.string(),
  /** The row as it was given: what the model takes, by name. */
  input: row,
  /** float32 as the double that it is; of several classes one each. */
  score: z.union([z.number(), z.array(z.number())]),
  /** Class code; null for a model that predicts no class. */
  label: z.number().nullable(),
  /** Cells with a level that the model never saw; they counted as missing. */
  unseen: z.number(),
});

/** One decided row. */
export type Decision = z.infer<typeof schema>;

/** A cell of a logged row. */
export type LoggedCell = z.infer<typeof cell>;

/** A record of a log as a decision; undefined for what is none. */
export function toDecision(record: unknown): Decision | undefined {
  return schema.safeParse(record).data;
}
