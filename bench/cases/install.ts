import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Case } from '../case.ts';
import { interleave } from '../measure/interleave.ts';
import { measured, run } from '../measure/measured-process.ts';
import type { Command } from '../measure/measured-process.ts';
import type { Sample } from '../measure/sample.ts';
import { python, repository } from '../paths.ts';

const venv = path.join(repository, '.venv');
const library = path.join(repository, 'packages/xgboost-node/native/linux-x64');

export const install: Case = {
  name: 'install',
  title: 'Installing',
  about:
    'Ours: the packed packages with everything they need, by npm, into an empty directory; libxgboost is counted in the size, its unpacking not in ' +
    'the time. Python: what `scripts/python/requirements.txt` pins (mlflow, xgboost, scikit-learn, pandas), by uv, into an empty environment. Both from ' +
    'filled caches. Neither size holds the interpreter. Who runs the local MLflow server of `xgflow server` needs the Python environment too.',
  async run({ pairs, scratch, log }) {
    const tarballs = await packAll(scratch);
    const npm = (cwd: string): Command => npmInstall(cwd, tarballs);
    // The first installation of each fills its cache and is weighed.
    const ours = await installOnce(scratch, npm);
    const theirs = await installOnce(scratch, uvInstall);
    const entries = await interleave(
      [
        {
          name: 'npm install, xgflow',
          side: 'ours',
          measure: async () => (await installOnce(scratch, npm)).sample,
        },
        {
          name: 'uv pip install, Python',
          side: 'peer',
          measure: async () => (await installOnce(scratch, uvInstall)).sample,
        },
      ],
      pairs,
      log,
    );
    const native = mebibytes(library);
    return {
      groups: [{ title: 'Into an empty directory, from filled caches', entries }],
      verdicts: [],
      settings: { packages: tarballs.length },
      figures: {
        'Size of xgflow': `${ours.mebibytes + native} MiB, ${native} MiB of them libxgboost`,
        "Size of Python's packages": `${theirs.mebibytes} MiB`,
      },
    };
  },
};

/** Installs into a directory of its own, made before and removed after. */
async function installOnce(
  scratch: string,
  command: (cwd: string) => Command | Promise<Command>,
): Promise<{ readonly sample: Sample; readonly mebibytes: number }> {
  const cwd = await mkdtemp(path.join(scratch, 'install-'));
  try {
    const { sample } = await measured({ ...(await command(cwd)), cwd });
    return { sample, mebibytes: mebibytes(cwd) };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** All packages as they would be published. */
async function packAll(scratch: string): Promise<string[]> {
  const directory = path.join(scratch, 'packed');
  await mkdir(directory);
  const manifest = await readFile(path.join(repository, 'package.json'), 'utf8');
  const { packageManager } = JSON.parse(manifest) as { packageManager: string };
  const packages = ['--recursive', '--filter', './packages/*'];
  await run({
    program: 'npx',
    args: ['--yes', packageManager, ...packages, 'pack', '--pack-destination', directory],
    cwd: repository,
  });
  const names = await readdir(directory);
  return names.map((name) => path.join(directory, name));
}

function npmInstall(cwd: string, tarballs: readonly string[]): Command {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--omit=dev', '--ignore-scripts'];
  return { program: 'npm', args: ['install', '--prefix', cwd, ...quiet, ...tarballs] };
}

async function uvInstall(cwd: string): Promise<Command> {
  const file = path.join(repository, 'scripts/setup/uv-settings.mjs');
  const { uvSettings } = (await import(pathToFileURL(file).href)) as {
    uvSettings: (python: string) => Record<string, string>;
  };
  const fresh = path.join(cwd, 'venv');
  const uv = path.join(venv, 'bin/uv');
  await run({ program: uv, args: ['venv', '--python', python, fresh] });
  const requirements = path.join(repository, 'scripts/python/requirements.txt');
  const target = ['--python', path.join(fresh, 'bin/python')];
  return {
    program: uv,
    args: ['pip', 'install', ...target, '--require-hashes', '-r', requirements],
    env: uvSettings(python),
  };
}

function mebibytes(directory: string): number {
  const said = execFileSync('du', ['-sm', directory], { encoding: 'utf8' });
  return Number(said.split('\t')[0]);
}
