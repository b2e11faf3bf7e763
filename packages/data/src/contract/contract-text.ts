import { z } from 'zod';
import { BadSchemaError } from '../errors/bad-schema-error.ts';
import { firstIssue } from '../errors/first-issue.ts';
import type { Contract } from './contract.ts';

const name = z.string().min(1);
const missing = z.number().min(0).max(1);

const contract = z.strictObject({
  version: z.literal(1),
  rows: z.int().min(1),
  columns: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        name,
        kind: z.literal('numeric'),
        type: z.enum(['integer', 'number']),
        min: z.number().nullable(),
        max: z.number().nullable(),
        missing,
      }),
      z.strictObject({
        name,
        kind: z.literal('categorical'),
        type: z.enum(['string', 'integer']),
        levels: z.union([z.array(z.string()), z.array(z.int())]).nullable(),
        missing,
      }),
    ]),
  ),
});

/** A contract as text: one column a line, so that a change shows as a line. */
export function contractText({ version, rows, columns }: Contract): string {
  const lines = columns.map((column) => `    ${JSON.stringify(column)}`);
  return `{\n  "version": ${version},\n  "rows": ${rows},\n  "columns": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Reads a contract. @param where the file, for the message @throws {BadSchemaError} */
export function parseContract(text: string, where: string): Contract {
  const advice = 'restore the file, or remove it and write it again with the next pull';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new BadSchemaError('not JSON', where, { cause, advice });
  }
  const result = contract.safeParse(json);
  if (result.success) return result.data;
  throw new BadSchemaError(firstIssue(result.error), where, { cause: result.error, advice });
}
