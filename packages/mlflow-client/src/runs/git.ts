import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What git says about a directory. */
export interface GitState {
  /** Full hash of HEAD. */
  readonly commit: string;
  /** Undefined on a detached HEAD. */
  readonly branch: string | undefined;
  /** URL of the first remote without credentials; undefined when there is no remote. */
  readonly repoUrl: string | undefined;
  /** Whether tracked files differ from HEAD. */
  readonly dirty: boolean;
}

/** The git state of a directory; undefined outside a repository, without git, or when git takes longer than `timeoutMs`. */
export async function readGit(directory: string, timeoutMs = 3000): Promise<GitState | undefined> {
  const git = async (...args: string[]) => {
    // No prompt and no optional locks: this only looks.
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
    const { stdout } = await run('git', args, { cwd: directory, timeout: timeoutMs, env });
    return stdout.trim();
  };
  const orEmpty = (answer: Promise<string>) => answer.catch(() => '');
  try {
    const commit = await git('rev-parse', 'HEAD');
    const [branch, remotes, changes] = await Promise.all([
      orEmpty(git('symbolic-ref', '--short', '-q', 'HEAD')),
      orEmpty(git('remote')),
      orEmpty(git('status', '--porcelain', '--untracked-files=no')),
    ]);
    const [remote = ''] = remotes.split('\n');
    const url = remote === '' ? '' : await orEmpty(git('remote', 'get-url', '--', remote));
    return {
      commit,
      branch: branch === '' ? undefined : branch,
      repoUrl: url === '' ? undefined : withoutCredentials(url),
      dirty: changes !== '',
    };
  } catch {
    return undefined;
  }
}

/** Cut `user:password@` out of a repository URL; scp-like addresses (`git@host:path`) hold no password and stay. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
}
