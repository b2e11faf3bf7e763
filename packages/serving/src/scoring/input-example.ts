import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feature } from '@xgflow/model';

type Cell = string | number | null;

/**
 * The first row of a directory's input example as a record. What is no level of its feature is
 * missing; without a usable example every value is.
 *
 * @param model what reads the record; an exposure that the example lacks is 1
 */
export async function inputExample(
  directory: string,
  model: { readonly features: readonly Feature[]; readonly exposure: string | undefined },
): Promise<Record<string, Cell>> {
  const { features, exposure } = model;
  const cells = await firstRow(join(directory, 'input_example.json'));
  const entries = features.map((feature): [string, Cell] => [
    feature.name,
    cellOf(feature, cells.get(feature.name)),
  ]);
  if (exposure !== undefined) {
    const given = cells.get(exposure);
    entries.push([exposure, typeof given === 'number' && given > 0 ? given : 1]);
  }
  return Object.fromEntries(entries);
}

function cellOf(feature: Feature, cell: unknown): Cell {
  if (typeof cell !== 'number' && typeof cell !== 'string') return null;
  if (feature.kind === 'numeric') return cell;
  return feature.levels.find((level) => String(level) === String(cell)) ?? null;
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
