import { z } from 'zod';
import { sweepFileSchema } from './sweep-file.ts';
import type { ConfigPath } from './yaml-source.ts';

/** The keys that a schema allows at a place of its file; empty where keys are free or there are none. */
export function knownKeysOf(schema: z.ZodType): (path: ConfigPath) => readonly string[] {
  return (path) => keysAt(schema, path);
}

/** The same of the sweep file. */
export const knownKeys = knownKeysOf(sweepFileSchema);

function keysAt(schema: unknown, path: ConfigPath): readonly string[] {
  const inner = unwrap(schema);
  const [part, ...rest] = path;
  if (part === undefined) {
    return keysOf(inner);
  }
  if (inner instanceof z.ZodObject) {
    return keysAt(inner.shape[part], rest);
  }
  return inner instanceof z.ZodRecord ? keysAt(inner.valueType, rest) : [];
}

function keysOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) {
    return Object.keys(schema.shape);
  }
  return schema instanceof z.ZodUnion
    ? schema.options.flatMap((option) => keysOf(unwrap(option)))
    : [];
}

function unwrap(schema: unknown): unknown {
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  return wrapped ? unwrap(schema.unwrap()) : schema;
}
