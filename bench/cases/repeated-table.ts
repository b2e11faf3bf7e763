import { open, readFile } from 'node:fs/promises';
import { claims } from '../paths.ts';

const CLAIMS_ROWS = 10_000;

/**
 * Writes a CSV file with the rows of the claims table over and over.
 *
 * @param rows a multiple of 10 000
 */
export async function writeRepeatedTable(file: string, rows: number): Promise<void> {
  const text = await readFile(claims, 'utf8');
  const body = text.indexOf('\n') + 1;
  await using out = await open(file, 'w');
  await out.write(text.slice(0, body));
  for (let done = 0; done < rows; done += CLAIMS_ROWS) await out.write(text.slice(body));
}
