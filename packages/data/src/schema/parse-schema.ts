import { z } from 'zod';
import { BadSchemaError } from '../errors/bad-schema-error.ts';
import { firstIssue } from '../errors/first-issue.ts';
import type { Schema } from './schema.ts';

const name = z.string().min(1);
const missing = z.number().min(0).max(1);
const value = z.number().nullable();

const columns = z.discriminatedUnion('kind', [
  z.object({
    name,
    kind: z.literal('numeric'),
    type: z.enum(['integer', 'number']),
    min: value,
    max: value,
    median: value,
    missing,
  }),
  z.object({
    name,
    kind: z.literal('categorical'),
    type: z.enum(['string', 'integer']),
    levels: z.union([z.array(z.string()), z.array(z.int())]),
    mode: z.union([z.string(), z.int()]).nullable(),
    missing,
  }),
]);

const schema = z.object({
  version: z.literal(1),
  rows: z.int().min(0),
  columns: z.array(columns),
});

/**
 * A schema from parsed JSON.
 *
 * @param json what `JSON.parse` gave
 * @param where the file, for the message
 * @throws {BadSchemaError} naming the first place that does not fit
 */
export function parseSchema(json: unknown, where = 'the schema'): Schema {
  const result = schema.safeParse(json);
  if (!result.success) {
    throw new BadSchemaError(firstIssue(result.error), where, { cause: result.error });
  }
  const names = new Set(result.data.columns.map((column) => column.name));
  if (names.size !== result.data.columns.length) {
    throw new BadSchemaError('a column name occurs twice', where);
  }
  for (const column of result.data.columns) {
    if (
      column.kind === 'categorical' &&
      new Set<unknown>(column.levels).size !== column.levels.length
    ) {
      throw new BadSchemaError(
        `a level of column ${JSON.stringify(column.name)} occurs twice`,
        where,
      );
    }
  }
  return result.data;
}
