import { chmod, mkdir } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { freshName } from '../../support/workspace.ts';
import { trackingUri } from '../../support/xgflow.ts';
import type { ErrorCase, Staged } from '../error-case.ts';
import type { Scene } from '../scene.ts';
import { rows, sweepFile } from '../small-table.ts';

const many = Array.from({ length: 10_000 }, () => rows.join('\n')).join('\n');
const long = {
  search: '{trials: 100000, folds: 5}',
  space: '{n_estimators: {int: [200, 300]}, eta: {uniform: [0.01, 0.3]}}',
};
const predict = ['predict', '--model', './model', '--input', 'data.csv', '--output'];

type Interrupt = Staged['interrupt'];

function interrupted(
  name: string,
  interrupt: NonNullable<Interrupt>,
  stage: (scene: Scene) => Promise<Omit<Staged, 'interrupt'>>,
  leaves = /^\.xgflow\//u,
): ErrorCase {
  return {
    name,
    exit: interrupt.signal === 'SIGINT' ? 130 : 143,
    says: new RegExp(`^interrupted by ${interrupt.signal}`, 'u'),
    leaves,
    stage: async (scene) => ({ ...(await stage(scene)), interrupt }),
  };
}

/** What `predict --resume` goes on with. */
function resumable(directory: string): RegExp {
  return new RegExp(`^${directory}scores\\.csv\\.(?:part|resume\\.json)$`, 'u');
}

/** What can be wrong with the machine, and being told to stop. */
export const machineCases: readonly ErrorCase[] = [
  {
    name: 'a disk that is full while predictions are written',
    exit: 7,
    says: /^the disk is full · \S+ · free some space and repeat$/u,
    needsRoot: true,
    leaves: resumable('disk/'),
    stage: async (scene) => {
      await scene.model();
      await scene.table(Array.from({ length: 200 }, () => rows.join('\n')));
      await scene.mount('size=64k');
      return { args: [...predict, 'disk/scores.csv'] };
    },
  },
  {
    name: 'a disk that is full while a sweep file is written',
    exit: 7,
    says: /^the disk is full · \S+ · free some space and repeat$/u,
    needsRoot: true,
    stage: async (scene) => {
      await scene.mount('size=4k,nr_inodes=8');
      await scene.write('disk/filler', Buffer.alloc(4096));
      return { args: ['init', 'data.csv', '--out', 'disk/sweep.yaml'] };
    },
  },
  {
    name: 'a disk that is full while a sweep runs',
    exit: 7,
    says: /^the disk is full · \S.* · free some space and repeat$/u,
    needsRoot: true,
    leaves: /^disk\/\.xgflow\//u,
    stage: async (scene) => {
      await scene.mount('size=64k');
      await scene.write('disk/data.csv', ['age,city,target', ...rows, ''].join('\n'));
      await scene.write(
        'disk/sweep.yaml',
        'name: full\nsource: data.csv\ntarget: target\ncategorical: [city]\nsearch: {trials: 1, folds: 2}\nspace: {n_estimators: {int: [2, 3]}}\n',
      );
      return { args: ['sweep', 'sweep.yaml', '--no-tracking'], cwd: 'disk' };
    },
  },
  {
    name: 'a disk that is full while a database is pulled',
    exit: 7,
    says: /^the disk is full · \S+snapshots · free some space and repeat$/u,
    needsRoot: true,
    stage: async (scene) => {
      await scene.mount('size=64k');
      using database = new DatabaseSync(scene.path('disk/claims.db'));
      database.exec(`CREATE TABLE claims (age INTEGER, city TEXT, target INTEGER)`);
      const insert = database.prepare('INSERT INTO claims VALUES (?, ?, ?)');
      for (const row of rows) insert.run(...row.split(','));
      await scene.write(
        'disk/sweep.yaml',
        sweepFile({ source: 'sqlite:claims.db', query: 'claims' }),
      );
      await mkdir(scene.path('disk/.xgflow'));
      await scene.write('disk/.xgflow/.gitignore', '*\n');
      // It takes what fits.
      await scene.write('disk/filler', Buffer.alloc(2 ** 16)).catch(() => undefined);
      return { args: ['sweep', 'sweep.yaml', '--no-tracking'], cwd: 'disk' };
    },
  },
  {
    name: 'a directory that is read-only',
    exit: 2,
    says: /^permission denied · \S+ · let user 65534 in, or name another path$/u,
    needsRoot: true,
    stage: () => ({ args: ['init', 'data.csv', '--out', 'mine.yaml'], as: 'nobody' }),
  },
  {
    name: 'a read-only file system',
    exit: 2,
    says: /^read-only file system · \S+ · check the path$/u,
    needsRoot: true,
    stage: async (scene) => {
      await scene.mount('size=64k,ro');
      return { args: ['init', 'data.csv', '--out', 'disk/sweep.yaml'] };
    },
  },
  {
    name: 'a read-only file system where state is kept',
    exit: 2,
    says: /^the file system is read-only · \S+disk\/\.xgflow\S* · choose another path$/u,
    needsRoot: true,
    stage: async (scene) => {
      await scene.mount('size=64k,ro');
      return { args: ['sweep', '../sweep.yaml', '--no-tracking'], cwd: 'disk' };
    },
  },
  {
    name: 'a decision log where none can be',
    exit: 2,
    says: /^\S+data\.csv\/decisions\.log: not a directory · check the path and the permissions$/u,
    stage: async (scene) => {
      await scene.model();
      const place = ['--port', '0', '--decision-log', 'data.csv/decisions.log'];
      return { args: ['serve', '--model', './model', ...place] };
    },
  },
  {
    name: 'a table that may not be read',
    exit: 2,
    says: /(?:permission|EACCES).* · .*data\.csv.* · /u,
    needsRoot: true,
    stage: async (scene) => {
      await chmod(scene.path('data.csv'), 0o600);
      return { args: ['check', 'data.csv', 'sweep.yaml'], as: 'nobody' };
    },
  },
  {
    name: 'a directory as output',
    exit: 2,
    says: /^the output is a folder or a device, not a file · \S+\/scores · choose another path$/u,
    stage: async (scene) => {
      await scene.model();
      await mkdir(scene.path('scores'));
      return { args: [...predict, 'scores', '--overwrite'] };
    },
  },
  {
    name: 'one file for scores and bad rows',
    exit: 2,
    says: /^the output is the file of bad rows too · \S+scores\.csv · /u,
    stage: async (scene) => {
      await scene.model();
      return { args: [...predict, 'scores.csv', '--bad-rows', './scores.csv'] };
    },
  },
  {
    name: 'an output directory that is not there',
    exit: 2,
    says: /nowhere.* · /u,
    stage: async (scene) => {
      await scene.model();
      return { args: [...predict, 'nowhere/scores.csv'] };
    },
  },
  interrupted(
    'Ctrl-C while the table is read',
    { when: /reading data\.csv/u, signal: 'SIGINT' },
    async (scene) => {
      await scene.table(Array.from({ length: 2 }, () => many));
      return { args: ['sweep', 'sweep.yaml', '--dry-run'] };
    },
  ),
  interrupted(
    'Ctrl-C while a search runs',
    { when: /^sweep \d/mu, signal: 'SIGINT' },
    async (scene) => {
      await scene.sweep(long);
      return { args: ['sweep', 'sweep.yaml', '--no-tracking'] };
    },
  ),
  interrupted(
    'SIGTERM while a search runs',
    { when: /^sweep \d/mu, signal: 'SIGTERM' },
    async (scene) => {
      await scene.sweep(long);
      return { args: ['sweep', 'sweep.yaml', '--no-tracking'] };
    },
  ),
  interrupted(
    'Ctrl-C while MLflow is written to',
    { when: /a finished/u, signal: 'SIGINT' },
    async (scene) => {
      await scene.sweep({ ...long, variants: `{a: {search: {trials: 1}}, b: {}}` });
      return {
        args: ['sweep', 'sweep.yaml', '--experiment', freshName('errors-stopped')],
        env: { MLFLOW_TRACKING_URI: trackingUri() },
      };
    },
  ),
  interrupted(
    'Ctrl-C while predictions are written',
    { when: /rows/u, signal: 'SIGINT' },
    async (scene) => {
      await scene.model();
      await scene.table(Array.from({ length: 2 }, () => many));
      return { args: [...predict, 'scores.csv'] };
    },
    resumable(''),
  ),
];
