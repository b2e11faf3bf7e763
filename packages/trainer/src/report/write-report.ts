import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, unwritable } from '@xgflow/data';
import type { ReportFile } from './render.ts';

/** Writes a report's files below a directory, which is made where it is not there. @throws UnwritableFileError */
export async function writeReport(directory: string, files: readonly ReportFile[]): Promise<void> {
  const folders = new Set(files.map((file) => path.join(directory, path.dirname(file.path))));
  for (const folder of folders) await makeFolder(folder);
  // One after the other: when one fails, no other is still being written.
  for (const file of files) {
    const place = path.join(directory, file.path);
    await writeFile(place, file.content).catch(unwritable(place));
  }
}
