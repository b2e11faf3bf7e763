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

/** A scoring server that answers. It ends with this process at the latest. */
export class ServingProcess implements AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its first answer. */
  readonly startSeconds: number;
  readonly #child: ChildProcess;
  readonly #kill: () => void;

  private constructor(
    child: ChildProcess,
    kill: () => void,
    { url, startSeconds }: { readonly url: string; readonly startSeconds: number },
  ) {
    this.#child = child;
    this.#kill = kill;
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
    const kill = (): void => {
      end(child, 'SIGKILL');
    };
    process.once('exit', kill);
    const url = `http://127.0.0.1:${port}`;
    while (!(await answers(url, body))) {
      const waited = performance.now() - started;
      if (child.exitCode !== null || waited > PATIENCE_MS) {
        kill();
        throw new Error(`no answer · ${program} ${args.join(' ')} · run it by hand`);
      }
      await sleep(5);
    }
    const startSeconds = (performance.now() - started) / 1000;
    return new ServingProcess(child, kill, { url, startSeconds });
  }

  /** Ends it; resolves when nobody listens any more. @throws Error when somebody still does */
  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    end(this.#child, 'SIGTERM');
    await ended;
    process.off('exit', this.#kill);
    // The uvicorn of `mlflow models serve` outlives its parent for a while, and would answer for the next one.
    const until = Date.now() + STOP_MS;
    while (await listens(this.url)) {
      if (Date.now() > until) throw new Error(`still listens · ${this.url} · end it by hand`);
      await sleep(100);
    }
  }
}

/** Signals a server and everything that it started. */
function end({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // it has ended already
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
