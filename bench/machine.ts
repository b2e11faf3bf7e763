import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { python, repository } from './paths.ts';

/** What the figures were taken on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly commit: string;
  /** Of Python and its packages. */
  readonly versions: Readonly<Record<string, string>>;
}

const peers = ['mlflow', 'xgboost-cpu', 'scikit-learn', 'pandas', 'numpy'];
const versionsProgram = `
import importlib.metadata, json, platform, sys
print(json.dumps({"python": platform.python_version(), **{name: importlib.metadata.version(name) for name in sys.argv[1:]}}))`;

/** Asks the machine, Python and git. */
export function describeMachine(): Machine {
  const [cpu] = os.cpus();
  const said = execFileSync(python, ['-c', versionsProgram, ...peers], { encoding: 'utf8' });
  return {
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.machine()}`,
    node: process.version,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: repository,
      encoding: 'utf8',
    }).trim(),
    versions: JSON.parse(said) as Record<string, string>,
  };
}
