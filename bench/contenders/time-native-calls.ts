// node --import time-native-calls.ts …: adds up the time that a trial process spends inside C functions, and the time
// that it is at a job, and writes both to the file that XGFLOW_BENCH_NATIVE_TIMES names, after each job.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../paths.ts';

type NativeFunction = (...args: readonly unknown[]) => unknown;
interface NativeLibrary {
  func(...signature: readonly unknown[]): NativeFunction;
}
interface Koffi {
  load(...args: readonly unknown[]): NativeLibrary;
}

const manifest = path.join(repository, 'packages/xgboost-node/package.json');
// The module that `import` gives, which is another one than `require` gives.
const beside = path.join(path.dirname(createRequire(manifest).resolve('koffi')), 'index.js');
const { default: koffi } = (await import(pathToFileURL(beside).href)) as { default: Koffi };
let nativeMs = 0;
let jobsMs = 0;
let jobStarted = 0;

function timedFunction(native: NativeFunction): NativeFunction {
  return (...args) => {
    const started = performance.now();
    try {
      return native(...args);
    } finally {
      nativeMs += performance.now() - started;
    }
  };
}

const load = koffi.load.bind(koffi);
koffi.load = (...args) => {
  const library = load(...args);
  const func = library.func.bind(library);
  return { func: (...signature) => timedFunction(func(...signature)) };
};

const out = process.env.XGFLOW_BENCH_NATIVE_TIMES;
const send = process.send?.bind(process);
if (out !== undefined && send) {
  const on = process.on.bind(process);
  // Assigned and not set: the overloads of both are out of reach of one function.
  Object.assign(process, {
    on: (event: string, listener: (...args: unknown[]) => void) =>
      on(event, (...args: unknown[]) => {
        if (event === 'message') jobStarted = performance.now();
        listener(...args);
      }),
    send: (...args: Parameters<typeof send>) => {
      jobsMs += performance.now() - jobStarted;
      writeFileSync(out, JSON.stringify({ nativeMs, jobsMs }));
      return send(...args);
    },
  });
}
