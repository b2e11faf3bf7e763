import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReportFile } from './render.ts';

/** Writes a report's files below a directory, which is made where it is not there. */
export async function writeReport(directory: string, files: readonly ReportFile[]): Promise<void> {
  const folders = new Set(files.map((file) => path.join(directory, path.dirname(file.path))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await Promise.all(files.map((file) => writeFile(path.join(directory, file.path), file.content)));
}
