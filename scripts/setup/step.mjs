// One set-up step: a name, a reason to skip it, a job. Its output goes to a log; people see one line.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const logs = path.join(root, '.cache', 'setup');

/** A failure that a person can act on: one line, exit code 1. */
export class SetupError extends Error {
  name = 'SetupError';
}

export async function step(name, { skip, run, hint }) {
  if (await skip?.()) {
    console.log(`✓ ${name} (already there)`);
    return;
  }
  const started = Date.now();
  console.log(`… ${name}`);
  mkdirSync(logs, { recursive: true });
  const log = path.join(logs, `${name.replaceAll(/\W+/g, '-').toLowerCase()}.log`);
  writeFileSync(log, '');
  try {
    await run(log);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `${name} failed: ${reason(error, log)} · ${hint ?? 'mend that and run the same command again'}`,
    );
  }
  console.log(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function reason(error, log) {
  if (error.code !== 'EXIT') return error.message;
  const text = readFileSync(log, 'utf8');
  const told = [
    [/ENOSPC|No space left on device/i, 'the disk is full'],
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|Failed to (fetch|resolve)|Temporary failure in name resolution|NewConnectionError|from versions: none|error sending request/i,
      'no network, or the package registry does not answer',
    ],
    [/EACCES|Permission denied/i, 'no permission to write'],
  ].find(([pattern]) => pattern.test(text));
  const last =
    text
      .trim()
      .split('\n')
      .filter((line) => /error|fail|not found/i.test(line))
      .at(-1) ??
    text.trim().split('\n').at(-1) ??
    '';
  return `${told ? told[1] : last.trim().slice(0, 200)} (all of it: ${path.relative(root, log)})`;
}

/** Runs a program with its output in the log; rejects with code 'EXIT' when it fails. */
export function run(command, args, { log, env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const out = createWriteStream(log, { flags: 'a' });
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(out, { end: false });
    child.stderr.pipe(out, { end: false });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      out.end(() => {
        if (code === 0) resolve();
        else
          reject(
            Object.assign(new Error(`${command} ended with ${signal ?? code}`), { code: 'EXIT' }),
          );
      });
    });
  });
}
