import { call } from './check.ts';
import { library } from './load.ts';
import { copyString, outCell, pointerIn } from './out.ts';

export interface LibraryInfo {
  readonly path: string;
  /** `major.minor.patch` */
  readonly version: string;
  /** How the library was built: `USE_OPENMP`, `USE_CUDA`, compiler versions and so on. */
  readonly buildInfo: Readonly<Record<string, unknown>>;
}

/** Which libxgboost is in use. Loads it when that has not happened yet. */
export function libraryInfo(): LibraryInfo {
  const { path, version } = library();
  const cell = outCell();
  call('XGBuildInfo', cell);
  const buildInfo = JSON.parse(copyString(pointerIn(cell))) as Record<string, unknown>;
  return { path, version, buildInfo };
}
