import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { startXgflow } from './xgflow.ts';

export interface Served {
  readonly url: string;
  /** Version that answers now. */
  version(): Promise<string | null>;
  /** Ends it as Ctrl-C does; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `xgflow serve` on a free port, with `more` options; resolves when it has said where. */
export async function serve(
  model: string,
  cwd: string,
  more: readonly string[] = [],
): Promise<Served> {
  const options = ['--port', '0', '--poll-seconds', '1', '--log-level', 'warn', '--json'];
  const { child, ended } = startXgflow(['serve', '--model', model, ...options, ...more], { cwd });
  const failed = ended.then(({ code, stderr }) => {
    throw new Error(`xgflow serve ended with ${code ?? '?'}: ${stderr}`);
  });
  const { url } = await Promise.race([firstAnswer(child), failed]);
  return {
    url,
    version: async () => {
      const answer = (await (await fetch(`${url}/schema`)).json()) as {
        readonly model: { readonly version: string | null };
      };
      return answer.model.version;
    },
    stop: async () => {
      failed.catch(() => undefined);
      child.kill('SIGTERM');
      return (await ended).code;
    },
  };
}

async function firstAnswer(child: ChildProcess): Promise<{ readonly url: string }> {
  const { stdout } = child;
  if (stdout === null) throw new Error('no stdout');
  const [line] = (await once(stdout, 'data')) as [string];
  return JSON.parse(line) as { url: string };
}
