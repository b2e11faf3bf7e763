import { firstIssue } from '@xgflow/data';
import { z } from 'zod';
import { CodecError } from '../errors/codec-error.ts';
import type { FeatureCoding } from './feature.ts';

/** What a codec is, as JSON. */
export interface CodecJson extends FeatureCoding {
  readonly version: 1;
}

const name = z.string().min(1);

const schema = z.object({
  version: z.literal(1),
  features: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('numeric'), name, type: z.enum(['int', 'float']) }),
      z.object({
        kind: z.literal('categorical'),
        name,
        levels: z.union([z.array(z.string()), z.array(z.int())]),
      }),
    ]),
  ),
  missingTokens: z.array(z.string()),
});

/** @throws {CodecError} naming the first place that does not fit */
export function parseCodecJson(json: unknown, where: string): CodecJson {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new CodecError(`${firstIssue(result.error)} · ${where} · get the model again`, {
    cause: result.error,
  });
}
