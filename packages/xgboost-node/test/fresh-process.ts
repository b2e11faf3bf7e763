import { execFileSync } from 'node:child_process';

const built = new URL('../dist/index.js', import.meta.url).href;

/** Runs a module in a process of its own on the built package, as `xgb`, and returns what it prints. */
export function inFreshProcess(
  code: string,
  options: { env?: Record<string, string>; nodeFlags?: readonly string[] } = {},
): string {
  const module = `import * as xgb from ${JSON.stringify(built)};\n${code}`;
  const flags = [...(options.nodeFlags ?? []), '--input-type=module', '-e', module];
  return execFileSync(process.execPath, flags, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...options.env },
  }).trim();
}
