import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repository } from './xgflow.ts';

/** A fresh directory with the claims example in it; removed afterwards. */
export async function withClaims<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'xgflow-e2e-'));
  try {
    for (const name of ['sweep.yaml', 'claims.csv']) {
      await copyFile(path.join(repository, 'examples/claims', name), path.join(directory, name));
    }
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

let counter = 0;

/** An experiment name that no other test uses. */
export function freshName(stem: string): string {
  counter += 1;
  return `${stem}-${process.pid}-${Date.now().toString(36)}-${counter}`;
}
