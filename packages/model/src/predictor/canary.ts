import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CorruptModelError } from '../errors/corrupt-model-error.ts';

// Built code: the folder is two levels below the package both in src/ and in dist/.
const CHILD = fileURLToPath(new URL('../../dist/predictor/canary-child.js', import.meta.url));
const MAX_REASON = 300;

/**
 * Loads a model file in a throw-away process first: about one damaged `.ubj` in fourteen kills the
 * process that reads it.
 *
 * @param timeoutMs after which a hanging load counts as refused
 * @throws {CorruptModelError}
 */
export async function canary(path: string, timeoutMs: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, path], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  let reason = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    reason = (reason + text).slice(0, MAX_REASON);
  });
  const ended = await new Promise<string | undefined>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(undefined);
      else if (child.killed) resolve(`no end within ${timeoutMs / 1000} s`);
      else resolve(signal ?? (reason === '' ? `exit code ${code ?? ''}` : firstLine(reason)));
    });
  });
  if (ended !== undefined) throw new CorruptModelError(path, ended);
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
