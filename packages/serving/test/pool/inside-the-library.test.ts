import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { sharedFolder } from '../support/shared-model.ts';
import { writeSlowModel } from '../support/slow-model.ts';

const folder = sharedFolder();
const program = fileURLToPath(new URL('time-out-and-leave.mjs', import.meta.url));

/** Ends with the program; what it did in between took the library minutes. */
function ended(args: readonly string[]): Promise<{ code: unknown; stdout: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '' };
    const how = { env, timeout: 15_000, killSignal: 'SIGKILL' } as const;
    execFile(process.execPath, [program, ...args], how, (error, stdout) => {
      resolve({ code: error?.code ?? 0, stdout });
    });
  });
}

test('a time-out is kept, and a process ends, while the library holds a thread for minutes', async () => {
  const model = await writeSlowModel(folder());
  expect(await ended([model])).toEqual({ code: 7, stdout: 'timed out, pending 0\n' });
});
