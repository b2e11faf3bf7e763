import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const CHILD = fileURLToPath(new URL('upload-in-little-memory.mjs', import.meta.url));
const MIB = 1024 ** 2;

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

test('200 MB go up and come back, byte by byte, through a heap of 64 MB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xgflow-long-'));
  try {
    const file = join(folder, 'big.bin');
    for (let i = 0; i < 200; i += 1) await appendFile(file, randomBytes(MIB));
    const location = `mlflow-artifacts:/long-${Date.now()}`;
    const args = ['--max-old-space-size=64', CHILD, location, file, join(folder, 'back')];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(await sha256(join(folder, 'back', 'big.bin'))).toBe(await sha256(file));
    expect(Number(stdout)).toBeGreaterThan(10);
    expect(Number(stdout)).toBeLessThan(200);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 300_000);
