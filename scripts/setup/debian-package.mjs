// A program of the system that only tests need. Root installs Debian's; else the tests that need it are skipped.
import { execFileSync } from 'node:child_process';
import { run, SetupError, step } from './step.mjs';

/**
 * Sees to a program: `find` says whether it is there, `where` in which places that looks. Where it cannot be had, the
 * `tests` are skipped with the reason printed here, except under CI=true, where it is an error.
 */
export async function installDebianPackage({ name, debian, find, where, tests }) {
  const advice = `install ${name} (Debian: apt-get install ${debian}) and run the same command again`;
  const without = (reason) => {
    if (process.env.CI === 'true') throw new SetupError(`no ${name}: ${reason} · ${advice}`);
    console.log(`- ${tests} are skipped, no ${name}: ${reason} · ${advice}`);
  };
  if (!find()) {
    if (process.getuid?.() !== 0) return without(`none ${where}, and only root installs one`);
    if (!isOnPath('apt-get')) return without(`none ${where}, and no apt-get`);
  }
  try {
    await step(name, { skip: find, run: (log) => install(debian, log) });
  } catch (error) {
    without(error.message);
  }
}

async function install(debian, log) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { log, env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', debian], { log, env });
}

export function isOnPath(program) {
  try {
    execFileSync('sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
