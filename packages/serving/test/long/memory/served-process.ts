import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../../cli/bin/xgflow.js', import.meta.url));

/** An `xgflow serve` of its own, and what it takes of the machine. */
export class ServedProcess implements AsyncDisposable {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(model: string, args: readonly string[] = []): Promise<ServedProcess> {
    const fixed = ['serve', '--model', model, '--port', '0', '--json', '--log-level', 'fatal'];
    const child = spawn(process.execPath, [bin, ...fixed, ...args], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    return new ServedProcess(child, (JSON.parse(line) as { url: string }).url);
  }

  /** Resident memory in MB (10^6 bytes), now and at most. */
  async memory(): Promise<{ now: number; peak: number }> {
    const status = await readFile(`/proc/${this.#child.pid ?? 0}/status`, 'utf8');
    const kilobytes = (field: string): number =>
      Number(new RegExp(`${field}:\\s+(\\d+) kB`, 'u').exec(status)?.[1]);
    return { now: (kilobytes('VmRSS') * 1024) / 1e6, peak: (kilobytes('VmHWM') * 1024) / 1e6 };
  }

  /** File descriptors that are open. */
  async descriptors(): Promise<number> {
    return (await readdir(`/proc/${this.#child.pid ?? 0}/fd`)).length;
  }

  /** Asks for one row. @returns the status */
  async oneRow(): Promise<number> {
    const response = await fetch(`${this.url}/invocations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"instances":[[3,"north",2]]}',
    });
    await response.arrayBuffer();
    return response.status;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }
}
