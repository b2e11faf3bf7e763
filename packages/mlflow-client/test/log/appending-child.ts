import { type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program that appends records to the log it is given, until it is killed. */
export const CHILD = fileURLToPath(new URL('append-until-killed.mjs', import.meta.url));

/** Kills -9 once `count` lines were printed; resolves with the last number printed. */
export async function killAfter(child: ChildProcess, count: number): Promise<number> {
  let last = 0;
  const exited = new Promise((resolve) => child.once('close', resolve));
  if (count === 0) child.kill('SIGKILL');
  const lines = createInterface({ input: child.stdout! });
  lines.on('line', (line) => {
    last = Number(line);
    if (last >= count) child.kill('SIGKILL');
  });
  child.stderr?.on('data', (text: Buffer) => process.stderr.write(text));
  await exited;
  return last;
}
