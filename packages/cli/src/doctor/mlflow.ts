import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { explain } from '../errors/explain.ts';
import { findMlflow } from '../local-server/find-mlflow.ts';
import { ok, warning } from './finding.ts';
import type { Finding } from './finding.ts';

/** Whether `xgflow server start` would find an mlflow. Needed only for a local server. */
export async function examineMlflow(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Finding> {
  try {
    const file = await findMlflow(undefined, cwd, env);
    const version = await installedVersion(file);
    return ok('mlflow', `${version === undefined ? '' : `${version} · `}${file}`);
  } catch (error) {
    const { message } = explain(error);
    return warning('mlflow', message, 'needed only for `xgflow server start`');
  }
}

/** Read from the environment's files: `mlflow --version` itself takes seconds. */
async function installedVersion(file: string): Promise<string | undefined> {
  const library = path.resolve(path.dirname(file), '../lib');
  const names = await readdir(library).catch(() => []);
  for (const name of names.filter((each) => each.startsWith('python'))) {
    const packages = path.join(library, name, 'site-packages');
    const found = await readdir(packages).catch(() => []);
    const info = found.find((each) => /^mlflow-\d[^/]*\.dist-info$/u.test(each));
    if (info === undefined) continue;
    const metadata = await readFile(path.join(packages, info, 'METADATA'), 'utf8').catch(() => '');
    return /^Version: (\S+)$/mu.exec(metadata)?.[1];
  }
  return undefined;
}
