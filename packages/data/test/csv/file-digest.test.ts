import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fileDigest } from '../../src/csv/file-digest.ts';

test('the first 16 hex digits of the SHA-256', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xgflow-data-'));
  try {
    const path = join(folder, 'a.csv');
    await writeFile(path, 'abc'); // the digest of "abc" is in FIPS 180-2
    expect(await fileDigest(path)).toBe('ba7816bf8f01cfea');
    await expect(fileDigest(join(folder, 'b.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
