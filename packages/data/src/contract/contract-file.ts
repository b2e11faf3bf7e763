import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { UnreadableFileError } from '../errors/unreadable-file-error.ts';
import { UnwritableFileError } from '../errors/unwritable-file-error.ts';
import type { Contract } from './contract.ts';
import { contractText, parseContract } from './contract-text.ts';

/** The contract of a file; undefined when there is none. @throws {BadSchemaError} · {UnreadableFileError} */
export async function readContract(path: string): Promise<Contract | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UnreadableFileError(path, cause);
  }
  return parseContract(text, path);
}

/** Writes a contract, whole or not at all. @throws {UnwritableFileError} */
export async function writeContract(path: string, contract: Contract): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, contractText(contract));
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new UnwritableFileError(path, cause);
  }
}
