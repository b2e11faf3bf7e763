import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { LibraryNotFoundError } from '../errors/library-not-found-error.ts';
import { UnsupportedPlatformError } from '../errors/unsupported-platform-error.ts';

/** What decides where the library is. */
export interface LibrarySearch {
  /** Chosen by the program: first and only. */
  explicit?: string | undefined;
  /** `XGBOOST_LIBRARY`: second and only. */
  environment?: string | undefined;
  platform: string;
  arch: string;
  /** Folder of this package, which ends in a slash. */
  packageRoot: URL;
}

/** `<platform>-<arch>` that the test suite ran on. Others may work with a path of one's own. */
const claimed = new Set(['linux-x64']);

const fileName: Record<string, string> = {
  darwin: 'libxgboost.dylib',
  win32: 'xgboost.dll',
};

/** Where the platform package has its library, or undefined when it is not installed. */
function packagedLibrary(platformName: string, file: string): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    const manifest = require.resolve(`@xgflow/libxgboost-${platformName}/package.json`);
    return join(dirname(manifest), 'xgboost', 'lib', file);
  } catch {
    return undefined;
  }
}

/**
 * Finds libxgboost: explicit path, `XGBOOST_LIBRARY`, the platform package
 * `@xgflow/libxgboost-<platform>-<arch>`, the repository's own copy.
 *
 * @throws LibraryNotFoundError listing every path that was tried.
 * @throws UnsupportedPlatformError when no path was given and the platform is not a claimed one.
 */
export function findLibrary(search: LibrarySearch): string {
  const given = [
    ['setLibraryPath()', search.explicit],
    ['XGBOOST_LIBRARY', search.environment],
  ] as const;
  for (const [source, path] of given) {
    if (path === undefined || path === '') continue;
    if (existsSync(path)) return path;
    throw new LibraryNotFoundError(
      `no libxgboost at ${path} (from ${source}); correct the path or leave it out`,
      [path],
    );
  }
  const platformName = `${search.platform}-${search.arch}`;
  if (!claimed.has(platformName)) {
    throw new UnsupportedPlatformError(
      `no libxgboost is shipped for ${platformName}, only for linux-x64 with glibc; set XGBOOST_LIBRARY to a libxgboost 3.2`,
      platformName,
    );
  }
  const file = fileName[search.platform] ?? 'libxgboost.so';
  const packaged = packagedLibrary(platformName, file);
  const own = fileURLToPath(
    new URL(`native/${platformName}/xgboost/lib/${file}`, search.packageRoot),
  );
  if (packaged !== undefined && existsSync(packaged)) return packaged;
  if (existsSync(own)) return own;
  const tried = [packaged ?? `package @xgflow/libxgboost-${platformName} (not installed)`, own];
  throw new LibraryNotFoundError(
    `no libxgboost found; tried ${tried.join(', ')}; run the repository's setup, install the platform package or set XGBOOST_LIBRARY`,
    tried,
  );
}
