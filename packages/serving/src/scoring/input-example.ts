import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feature } from '@xgflow/model';

type Cell = string | number | null;

/**
 * The first row of a directory's input example as a record. Directories of this product hold codes
 * in it, as their signature says; here they are levels again. Without a usable example every value
 * is missing.
 *
 * @param model what reads the record; an exposure is 1
 */
export async function inputExample(
  directory: string,
  model: { readonly features: readonly Feature[]; readonly exposure: string | undefined },
): Promise<Record<string, Cell>> {
  const { features, exposure } = model;
  // Whether this product wrote the directory.
  const own = existsSync(join(directory, 'xgflow', 'model.json'));
  const cells = await firstRow(join(directory, 'input_example.json'));
  const entries = features.map((feature): [string, Cell] => {
    const cell = cells.get(feature.name);
    if (typeof cell !== 'number' && typeof cell !== 'string') return [feature.name, null];
    if (feature.kind === 'numeric' || !own) return [feature.name, cell];
    return [feature.name, feature.levels[Number(cell)] ?? null];
  });
  if (exposure !== undefined) entries.push([exposure, 1]);
  return Object.fromEntries(entries);
}

async function firstRow(path: string): Promise<Map<string, unknown>> {
  let document: unknown;
  try {
    document = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return new Map();
  }
  if (typeof document !== 'object' || document === null) return new Map();
  const { columns, data } = document as { columns?: unknown; data?: unknown };
  const row: unknown = Array.isArray(data) ? data[0] : undefined;
  if (!Array.isArray(columns) || !Array.isArray(row)) return new Map();
  return new Map(columns.map((name, index): [string, unknown] => [String(name), row[index]]));
}
