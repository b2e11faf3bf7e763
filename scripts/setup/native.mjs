// libxgboost and its libgomp, taken from the hash-checked wheel in the venv, laid out as the wheel has them.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { python } from './python.mjs';
import { digest, isStamped, stamp } from './stamp.mjs';
import { root, SetupError, step } from './step.mjs';

const requirements = 'scripts/python/requirements.txt';
const target = `packages/xgboost-node/native/${process.platform}-${process.arch}`;
const library = path.join(root, target, 'xgboost/lib/libxgboost.so');

export function unpackLibrary() {
  return step('libxgboost', {
    skip: () => isStamped(`${target}/.xgflow-wheel`, digest(requirements)) && existsSync(library),
    run: async () => {
      if (process.platform !== 'linux' || process.arch !== 'x64') {
        throw new SetupError(
          `xgflow is tested on Linux x64 only, this is ${process.platform} ${process.arch} · use a Linux x64 machine, or set XGBOOST_LIBRARY to a libxgboost 3.2 of your own`,
        );
      }
      const site = execFileSync(python, [
        '-c',
        'import sysconfig; print(sysconfig.get_path("platlib"))',
      ])
        .toString()
        .trim();
      const fresh = path.join(root, `${target}.new`);
      rmSync(fresh, { recursive: true, force: true });
      mkdirSync(path.join(fresh, 'xgboost'), { recursive: true });
      cpSync(path.join(site, 'xgboost/lib'), path.join(fresh, 'xgboost/lib'), { recursive: true });
      cpSync(path.join(site, 'xgboost_cpu.libs'), path.join(fresh, 'xgboost_cpu.libs'), {
        recursive: true,
      });
      rmSync(path.join(root, target), { recursive: true, force: true });
      renameSync(fresh, path.join(root, target));
      stamp(`${target}/.xgflow-wheel`, digest(requirements));
    },
  });
}
