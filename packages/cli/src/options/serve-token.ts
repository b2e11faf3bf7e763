import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandContext } from '../command.ts';
import { UsageError } from '../errors/usage-error.ts';

/** Shorter ones can be guessed. */
const SHORTEST = 16;

/**
 * The token that requests must carry: the first line of `--token-file`, else XGFLOW_SERVE_TOKEN. It is no option of its
 * own, because a command line can be read by everybody on the machine.
 *
 * @returns undefined without either
 * @throws UsageError for one that is empty, short, or cannot stand in a header
 */
export async function serveToken(
  args: { readonly tokenFile?: string | undefined },
  { env, cwd }: Pick<CommandContext, 'env' | 'cwd'>,
): Promise<string | undefined> {
  if (args.tokenFile !== undefined) {
    const text = await readFile(path.resolve(cwd, args.tokenFile), 'utf8');
    return checked((text.split('\n')[0] ?? '').trim(), '--token-file');
  }
  const named = env.XGFLOW_SERVE_TOKEN;
  return named === undefined ? undefined : checked(named, 'XGFLOW_SERVE_TOKEN');
}

function checked(token: string, source: string): string {
  if (token.length >= SHORTEST && /^[\x21-\x7e]+$/u.test(token)) return token;
  throw new UsageError(
    `not a usable token · ${source} · give at least ${SHORTEST} printable ASCII characters without spaces, e.g. from \`openssl rand -hex 32\``,
  );
}
