import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import koffi from 'koffi';
import { LibraryLoadError } from '../errors/library-load-error.ts';
import { koffiTypes, signatures } from './functions.ts';
import type { FunctionArguments, FunctionName } from './functions.ts';
import { findLibrary } from './library-path.ts';
import { registerLogCallback } from './log-callback.ts';
import { checkVersion } from './supported-version.ts';

type NativeFunction = (...args: readonly unknown[]) => unknown;

/** A loaded libxgboost. */
export interface Library {
  readonly path: string;
  /** `major.minor.patch` as the library itself says. */
  readonly version: string;
  invoke<Name extends FunctionName>(name: Name, ...args: FunctionArguments<Name>): unknown;
}

type LibraryHandle = ReturnType<typeof koffi.load>;

let explicitPath: string | undefined;
let loaded: Library | undefined;

/**
 * Chooses the libxgboost file. Must come before the first use in this thread.
 *
 * @throws LibraryLoadError when another file is loaded already.
 */
export function setLibraryPath(path: string): void {
  if (loaded !== undefined && loaded.path !== path) {
    throw new LibraryLoadError(
      `libxgboost is loaded already from ${loaded.path}; call setLibraryPath() before the first use`,
      path,
    );
  }
  explicitPath = path;
}

/** The file that setLibraryPath() chose in this thread; another thread knows nothing of it. */
export function chosenLibraryPath(): string | undefined {
  return explicitPath;
}

/** The wheel's libgomp has a name of its own; it is met by loading it first when the relative path to it was lost. */
function loadOpenMp(libraryPath: string): void {
  const here = dirname(libraryPath);
  for (const folder of [here, join(here, '..', '..', 'xgboost_cpu.libs')]) {
    let files: string[];
    try {
      files = readdirSync(folder).filter((file) => /^libgomp.*\.so/.test(file));
    } catch {
      continue;
    }
    for (const file of files) koffi.load(join(folder, file), { global: true });
  }
}

function open(path: string): LibraryHandle {
  try {
    return koffi.load(path);
  } catch {
    try {
      loadOpenMp(path);
      return koffi.load(path);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
      throw new LibraryLoadError(
        `cannot load ${path}: ${reason ?? ''}; it needs Linux x64 with glibc 2.28 or newer and its libgomp beside it`,
        path,
        { cause },
      );
    }
  }
}

function bind(handle: LibraryHandle, name: FunctionName): NativeFunction {
  const [result, parameters] = signatures[name];
  return handle.func(
    name,
    koffiTypes[result],
    parameters.map((kind) => koffiTypes[kind]),
  ) as NativeFunction;
}

/** All at once: a thread must not be ended while it binds. A library that lacks one still loads; its use is refused. */
function bindAll(handle: LibraryHandle): Map<FunctionName, NativeFunction> {
  const bound = new Map<FunctionName, NativeFunction>();
  for (const name of Object.keys(signatures) as FunctionName[]) {
    try {
      bound.set(name, bind(handle, name));
    } catch {
      // Binding it again says what is wrong.
    }
  }
  return bound;
}

function load(hearsLog: boolean): Library {
  const path = findLibrary({
    explicit: explicitPath,
    environment: process.env.XGBOOST_LIBRARY,
    platform: process.platform,
    arch: process.arch,
    packageRoot: new URL('../../', import.meta.url),
  });
  const handle = open(path);
  const bound = bindAll(handle);
  const invoke = (name: FunctionName, ...args: readonly unknown[]): unknown =>
    (bound.get(name) ?? bind(handle, name))(...args);
  const parts = new Int32Array(3);
  invoke('XGBoostVersion', parts.subarray(0, 1), parts.subarray(1, 2), parts.subarray(2, 3));
  const version = parts.join('.');
  checkVersion(path, version);
  if (hearsLog) invoke('XGBRegisterLogCallback', registerLogCallback());
  return { path, version, invoke };
}

/** The library of this thread, loaded at the first call. */
export function library(hearsLog = true): Library {
  loaded ??= load(hearsLog);
  return loaded;
}
