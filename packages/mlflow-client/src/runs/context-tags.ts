import { userInfo } from 'node:os';
import { readGit } from './git.ts';

/** Where the tags are taken from; every default is this process. */
export interface ContextTagOptions {
  /** Default: the system's user name. */
  readonly user?: string;
  /** Program that runs. Default: `process.argv[1]`, or `<console>`. */
  readonly sourceName?: string;
  /** Directory whose git state counts. Default: the working directory. */
  readonly directory?: string;
}

/**
 * The tags that MLflow's Python client puts on a run: `mlflow.user`, `mlflow.source.name`, `mlflow.source.type` and, inside a
 * git repository, `mlflow.source.git.commit`, `.branch`, `.repoURL` (no credentials); `.dirty` besides. Pass them to
 * `runs.create({ tags })`; tags of your own come after them and win.
 */
export async function contextTags(
  options: ContextTagOptions = {},
): Promise<Record<string, string>> {
  const tags: Record<string, string> = {
    'mlflow.user': options.user ?? systemUser(),
    'mlflow.source.name': options.sourceName ?? process.argv[1] ?? '<console>',
    'mlflow.source.type': 'LOCAL',
  };
  const git = await readGit(options.directory ?? process.cwd());
  if (git === undefined) return tags;
  tags['mlflow.source.git.commit'] = git.commit;
  tags['mlflow.source.git.dirty'] = String(git.dirty);
  if (git.branch !== undefined) tags['mlflow.source.git.branch'] = git.branch;
  if (git.repoUrl !== undefined) tags['mlflow.source.git.repoURL'] = git.repoUrl;
  return tags;
}

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under an id that has no name.
    return 'unknown';
  }
}
