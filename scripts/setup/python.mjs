// A private Python: mlflow's server, and the peers that numbers are compared with. Pinned, hash-checked.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { digest, isStamped, stamp } from './stamp.mjs';
import { root, run, SetupError, step } from './step.mjs';
import { uvSettings } from './uv-settings.mjs';

const requirements = 'scripts/python/requirements.txt';
const testRequirements = 'scripts/python/requirements-test.txt';
const installer = 'scripts/python/uv.txt';
const mark = '.venv/.xgflow-requirements';
const testMark = '.venv/.xgflow-test-requirements';
export const venv = path.join(root, '.venv');
export const python = path.join(venv, 'bin', 'python');

export function installPython() {
  return step('Python packages (mlflow, xgboost, scikit-learn)', {
    skip: () => isStamped(mark, digest(requirements, installer)) && existsSync(python),
    run: async (log) => {
      const base = findPython();
      requireVenvModule(base);
      if (!isUsable(python)) {
        rmSync(venv, { recursive: true, force: true });
        await run(base, ['-m', 'venv', venv], { log });
      }
      await run(python, ['-m', 'pip', 'install', '--quiet', '--require-hashes', '-r', installer], {
        log,
      });
      await install(requirements, log);
      stamp(mark, digest(requirements, installer));
    },
  });
}

/** What only the tests need, into the same venv. */
export function installTestPython() {
  return step('Python packages of the tests (moto, psycopg2)', {
    skip: () => isStamped(testMark, digest(testRequirements)),
    run: async (log) => {
      await install(testRequirements, log);
      stamp(testMark, digest(testRequirements));
    },
  });
}

function install(file, log) {
  const uv = path.join(venv, 'bin', 'uv');
  const args = ['pip', 'install', '--python', python, '--require-hashes', '-r', file];
  return run(uv, args, { log, env: uvSettings(python) });
}

function findPython() {
  const candidates = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
  const found = candidates.find((candidate) => isUsable(candidate));
  if (found) return found;
  throw new SetupError(
    'no Python 3.10 to 3.13 found on PATH · install one (Debian: apt-get install python3 python3-venv) and run the same command again',
  );
}

function isUsable(candidate) {
  try {
    const answer = execFileSync(
      candidate,
      ['-c', 'import sys; print(sys.version_info[0] * 100 + sys.version_info[1])'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const version = Number(answer.toString());
    return version >= 310 && version <= 313;
  } catch {
    return false;
  }
}

function requireVenvModule(base) {
  try {
    execFileSync(base, ['-c', 'import venv, ensurepip'], { stdio: 'ignore' });
  } catch {
    throw new SetupError(
      `${base} has no venv module · install it (Debian: apt-get install python3-venv) and run the same command again`,
    );
  }
}
