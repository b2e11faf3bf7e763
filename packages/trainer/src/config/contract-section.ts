import { DEFAULT_TOLERANCE } from '@xgflow/data';
import { z } from 'zod';

/** How far a pull may be from its contract. */
export const contractSchema = z.strictObject({
  file: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Where the contract is, relative to this file. Default: this file's name with .contract.json.",
    ),
  range: z
    .number()
    .min(0)
    .default(DEFAULT_TOLERANCE.range)
    .describe('How far numbers may lie outside the range, as a share of its width.'),
  missing: z
    .number()
    .min(0)
    .max(1)
    .default(DEFAULT_TOLERANCE.missing)
    .describe('How much the missing share of a column may grow, in shares of the rows.'),
  new_levels: z
    .enum(['fail', 'allow'])
    .default(DEFAULT_TOLERANCE.newLevels)
    .describe('Levels that the contract does not list.'),
  added_columns: z
    .enum(['fail', 'allow'])
    .default(DEFAULT_TOLERANCE.addedColumns)
    .describe('Columns that the contract does not list.'),
});

export type ContractSection = z.infer<typeof contractSchema>;
