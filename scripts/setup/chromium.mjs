// A browser for the tests of MLflow's UI. Tests only: no command of the product needs one.
import { execFileSync } from 'node:child_process';
import { run, SetupError, step } from './step.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const advice = 'install chromium (Debian: apt-get install chromium) and run the same command again';

/**
 * Sees to a Chromium on PATH: root installs Debian's. Where that cannot be, the browser tests are skipped with the
 * reason printed here, except under CI=true, where it is an error.
 */
export async function installChromium() {
  const reason = why();
  if (reason !== undefined) return without(reason);
  try {
    await step('Chromium', {
      skip: () => names.some(isOnPath),
      run: async (log) => {
        const env = { DEBIAN_FRONTEND: 'noninteractive' };
        await run('apt-get', ['update'], { log, env });
        await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
          log,
          env,
        });
      },
    });
  } catch (error) {
    without(error.message);
  }
}

/** Why none can be had, or undefined. */
function why() {
  if (names.some(isOnPath)) return undefined;
  if (process.getuid?.() !== 0)
    return `none on PATH (${names.join(', ')}), and only root installs one`;
  return isOnPath('apt-get') ? undefined : `none on PATH (${names.join(', ')}), and no apt-get`;
}

function without(reason) {
  if (process.env.CI === 'true') throw new SetupError(`no Chromium: ${reason} · ${advice}`);
  console.log(`- browser tests are skipped, no Chromium: ${reason} · ${advice}`);
}

function isOnPath(program) {
  try {
    execFileSync('sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
