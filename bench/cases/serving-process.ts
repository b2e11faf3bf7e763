import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { python } from '../paths.ts';

/** How a server is started; it listens on 127.0.0.1. */
export interface ServeCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly port: number;
}

/** Python's server imports much. */
const PATIENCE_MS = 180_000;
const STOP_MS = 30_000;

/** A scoring server that answers. */
export class ServingProcess {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its first answer. */
  readonly startSeconds: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, startSeconds: number) {
    this.#child = child;
    this.url = url;
    this.pid = child.pid ?? 0;
    this.startSeconds = startSeconds;
  }

  /** @throws Error when it ends, or does not answer in three minutes */
  static async start({ program, args, port }: ServeCommand, body: string): Promise<ServingProcess> {
    const started = performance.now();
    // `mlflow models serve` starts uvicorn by its name.
    const PATH = `${path.dirname(python)}:${process.env.PATH ?? ''}`;
    const env = { ...process.env, PATH, NODE_OPTIONS: '', MLFLOW_DISABLE_TELEMETRY: 'true' };
    const child = spawn(program, args, { stdio: 'ignore', detached: true, env });
    const url = `http://127.0.0.1:${port}`;
    while (!(await answers(url, body))) {
      const waited = performance.now() - started;
      if (child.exitCode !== null || waited > PATIENCE_MS) {
        throw new Error(`no answer · ${program} ${args.join(' ')} · run it by hand`);
      }
      await sleep(5);
    }
    return new ServingProcess(child, url, (performance.now() - started) / 1000);
  }

  /** Ends it; resolves when nobody listens any more. @throws Error when somebody still does */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    // With everything that it started.
    process.kill(-this.pid, 'SIGTERM');
    await ended;
    // The uvicorn of `mlflow models serve` outlives its parent for a while, and would answer for the next one.
    const end = Date.now() + STOP_MS;
    while (await listens(this.url)) {
      if (Date.now() > end) throw new Error(`still listens · ${this.url} · end it by hand`);
      await sleep(100);
    }
  }
}

async function listens(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const open = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => {
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
  socket.destroy();
  return open;
}

async function answers(url: string, body: string): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  try {
    const response = await fetch(`${url}/invocations`, { method: 'POST', headers, body });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
