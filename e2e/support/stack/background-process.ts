import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 180_000;

export interface Start {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** The file that its output goes to. */
  readonly log: string;
  /** Whether it is of use yet. */
  readonly isReady: () => Promise<boolean>;
  /** The signal that ends it. */
  readonly signal?: NodeJS.Signals;
}

/** A server that lives as long as the tests that use it, and no longer than they. */
export class BackgroundProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #signal: NodeJS.Signals;
  readonly #kill = (): void => {
    this.#end(this.#signal);
  };

  private constructor(child: ChildProcess, signal: NodeJS.Signals) {
    this.#child = child;
    this.#signal = signal;
    process.once('exit', this.#kill);
  }

  /** @throws Error with the end of its output when it ends before it is ready, or is not ready after three minutes */
  static async start({ name, log, isReady, signal = 'SIGKILL', ...start }: Start) {
    const out = openSync(log, 'a');
    const child = spawn(start.command, start.args, {
      cwd: start.cwd,
      env: { ...process.env, NODE_OPTIONS: '', ...start.env },
      detached: true,
      stdio: ['ignore', out, out],
    });
    closeSync(out);
    await once(child, 'spawn');
    const running = new BackgroundProcess(child, signal);
    const until = Date.now() + patienceMs;
    while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
      if (await isReady()) return running;
      await sleep(200);
    }
    await running[Symbol.asyncDispose]();
    throw new Error(`${name} did not start:\n${(await readFile(log, 'utf8')).slice(-3000)}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    process.off('exit', this.#kill);
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#end(this.#signal);
    await ended;
  }

  #end(signal: NodeJS.Signals): void {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, signal);
    } catch {
      // it has ended already
    }
  }
}

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Whether a URL answers with a 2xx. */
export async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
