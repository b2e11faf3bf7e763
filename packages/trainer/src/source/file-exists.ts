import { stat } from 'node:fs/promises';

/** Whether a file is there. */
export async function fileExists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
