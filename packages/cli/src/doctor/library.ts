import { readFile } from 'node:fs/promises';
import { explain } from '../errors/explain.ts';
import { broken, ok, warning } from './finding.ts';
import type { Finding } from './finding.ts';

/** Loads libxgboost as a sweep would, and finds out which OpenMP came with it. */
export async function examineLibrary(): Promise<Finding[]> {
  try {
    const { libraryInfo } = await import('@xgflow/xgboost-node');
    const { path, version } = libraryInfo();
    return [ok('libxgboost', `${version} · ${path}`), openMp(await loadedFiles())];
  } catch (error) {
    const { message, code } = explain(error);
    return [
      broken('libxgboost', message, {
        advice: 'run `npm run setup`, or set XGBOOST_LIBRARY',
        exit: code,
      }),
    ];
  }
}

function openMp(files: readonly string[]): Finding {
  const [file] = files.filter((name) => /\/lib(?:g|i|)omp[^/]*\.so/u.test(name));
  return file === undefined
    ? warning('OpenMP', 'not seen', 'without it training uses one thread')
    : ok('OpenMP', file);
}

async function loadedFiles(): Promise<string[]> {
  const maps = await readFile('/proc/self/maps', 'utf8').catch(() => '');
  return maps.split('\n').map((line) => line.slice(line.indexOf('/')));
}
