import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadSweepConfig } from '@xgflow/trainer';
import { claimsSweep } from '../paths.ts';

/** Writes the example's sweep file with all defaults filled in, for the Python programs; resolves with the path. */
export async function writeSweepJson(directory: string): Promise<string> {
  const { config } = await loadSweepConfig(claimsSweep);
  const file = path.join(directory, 'sweep.json');
  await writeFile(file, JSON.stringify(config));
  return file;
}
