import { MlflowClient } from '@xgflow/mlflow-client';
import { freshName } from '../../support/workspace.ts';
import { trackingUri } from '../../support/xgflow.ts';
import { canaries } from '../canaries.ts';
import type { ErrorCase } from '../error-case.ts';
import type { Scene } from '../scene.ts';
import { stubServer } from '../stub-server.ts';
import type { StubAnswer } from '../stub-server.ts';

const real = (): { MLFLOW_TRACKING_URI: string } => ({ MLFLOW_TRACKING_URI: trackingUri() });
const client = (): MlflowClient => new MlflowClient({ trackingUri: trackingUri() });

function answered(name: string, exit: number, answer: StubAnswer, says: RegExp): ErrorCase {
  return {
    name,
    exit,
    says,
    stage: async (scene) => ({
      args: ['compare'],
      env: { MLFLOW_TRACKING_URI: await stubServer(scene, answer) },
    }),
  };
}

/** An experiment on the real server, gone with the scene; with a finished sweep without variants when asked. */
async function experiment(scene: Scene, { sweep = false } = {}): Promise<string> {
  const name = freshName('errors');
  const id = await client().experiments.create(name);
  scene.after(() => client().experiments.delete(id));
  if (sweep) {
    const tags = { 'xgflow.role': 'sweep', 'xgflow.sweep_id': name, 'xgflow.state': 'finished' };
    await client().runs.create({ experimentId: id, runName: name, tags });
  }
  return name;
}

/** What can be wrong with the tracking server and with what it holds. */
export const serverCases: readonly ErrorCase[] = [
  answered(
    'a wrong token',
    4,
    {
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="mlflow"' },
      body: 'You are not authenticated. Please see https://www.mlflow.org/docs/latest/auth/index.html#authenticating-to-mlflow on how to authenticate.',
    },
    /^the server wants credentials .* · POST \S+ · .*MLFLOW_TRACKING_TOKEN$/u,
  ),
  answered(
    'a permission that is missing',
    4,
    { status: 403, body: 'Permission denied' },
    /^Permission denied · POST \S+ · use credentials that may do this/u,
  ),
  answered(
    'a Host that is refused',
    4,
    {
      status: 403,
      type: 'text/plain; charset=utf-8',
      body: 'Invalid Host header - possible DNS rebinding attack detected',
    },
    /^the server refuses this host name · \S+ \S+ · start the server with --allowed-hosts/u,
  ),
  answered(
    'a server that is no MLflow',
    5,
    { status: 404, body: '<!doctype html><title>404 Not Found</title><h1>Not Found</h1>' },
    /^the server has no such route · \S+ \S+ · check the path of the tracking URI/u,
  ),
  answered(
    'a login page',
    5,
    {
      status: 200,
      body: '<!doctype html><html><title>Sign in</title><form action="/login"><input type="password" name="password"></form></html>',
    },
    /this looks like a login page.* · .* · /u,
  ),
  answered(
    'a redirect',
    5,
    { status: 302, headers: { location: 'https://sso.example.com/login' } },
    /redirect.* · .* · /u,
  ),
  {
    name: 'a server that is down',
    exit: 5,
    says: /ECONNREFUSED 127\.0\.0\.1:9 · .* · check that an MLflow server runs at http:\/\/127\.0\.0\.1:9/u,
    stage: () => ({ args: ['compare', '--tracking-uri', 'http://127.0.0.1:9'] }),
  },
  {
    name: 'a password in the address of a server that is down',
    exit: 5,
    says: /ECONNREFUSED 127\.0\.0\.1:9 · .* · check that an MLflow server runs at http:\/\/127\.0\.0\.1:9$/u,
    stage: () => ({
      args: ['runs'],
      env: { MLFLOW_TRACKING_URI: `http://ann:${canaries.MLFLOW_TRACKING_PASSWORD}@127.0.0.1:9` },
    }),
  },
  {
    name: 'a proxy that is down',
    exit: 5,
    says: /ECONNREFUSED 127\.0\.0\.1:9 · .* · check that .* runs at http:\/\/mlflow\.invalid:5000, and the proxy that http_proxy names$/u,
    stage: () => ({
      args: ['runs', '--tracking-uri', 'http://mlflow.invalid:5000'],
      env: { http_proxy: `http://ann:${canaries.MLFLOW_TRACKING_PASSWORD}@127.0.0.1:9` },
    }),
  },
  {
    name: 'a token with a line break',
    exit: 2,
    says: /^the token is no text of one word · give the token itself in MLFLOW_TRACKING_TOKEN/u,
    stage: () => ({
      args: ['runs', '--tracking-uri', 'http://127.0.0.1:9'],
      env: { MLFLOW_TRACKING_TOKEN: `${canaries.MLFLOW_TRACKING_TOKEN}\nmore` },
    }),
  },
  {
    name: 'a host name that does not exist',
    exit: 5,
    says: /mlflow\.invalid.* · .* · check/u,
    stage: () => ({ args: ['models', '--tracking-uri', 'http://mlflow.invalid:5000'] }),
  },
  {
    name: 'an experiment that was deleted',
    exit: 3,
    says: /^experiment \d+ "errors-deleted-\S+" is deleted · \S.* · restore it/u,
    stage: async () => {
      const name = freshName('errors-deleted');
      await client().experiments.delete(await client().experiments.create(name));
      return { args: ['sweep', 'sweep.yaml', '--experiment', name], env: real() };
    },
    leaves: /^\.xgflow\//u,
  },
  {
    name: 'an experiment that is not there',
    exit: 3,
    says: /^no experiment "nowhere-at-all" · tracking server · `xgflow runs`/u,
    stage: () => ({ args: ['compare', '--experiment', 'nowhere-at-all'], env: real() }),
  },
  {
    name: 'several experiments with sweeps',
    exit: 3,
    says: /^several experiments hold sweeps: .* · tracking server · choose one with --experiment$/u,
    stage: async (scene) => {
      await experiment(scene, { sweep: true });
      await experiment(scene, { sweep: true });
      return { args: ['compare'], env: real() };
    },
  },
  {
    name: 'an experiment without a sweep',
    exit: 3,
    says: /^no finished sweep · experiment errors-\S+ · .*`xgflow sweep FILE`/u,
    stage: async (scene) => ({
      args: ['compare', '--experiment', await experiment(scene)],
      env: real(),
    }),
  },
  {
    name: 'an unknown sweep',
    exit: 3,
    says: /^no sweep nope · experiment errors-\S+ · /u,
    stage: async (scene) => ({
      args: ['compare', '--experiment', await experiment(scene), '--sweep', 'nope'],
      env: real(),
    }),
  },
  {
    name: 'runs of an unknown sweep',
    exit: 3,
    says: /^no sweep nope · experiment errors-\S+ · `xgflow runs` lists them$/u,
    stage: async (scene) => ({
      args: ['runs', '--experiment', await experiment(scene), '--sweep', 'nope'],
      env: real(),
    }),
  },
  {
    name: 'an unknown metric',
    exit: 2,
    says: /f2.* · .* · .*f1/u,
    stage: () => ({ args: ['register', '--best', 'f2'], env: real() }),
  },
  {
    name: 'nothing to register',
    exit: 3,
    says: /^no run can be chosen by test_f1 · experiment errors-\S+ · /u,
    stage: async (scene) => ({
      args: ['register', '--best', 'f1', '--experiment', await experiment(scene, { sweep: true })],
      env: real(),
    }),
  },
  {
    name: 'models of an unknown name',
    exit: 3,
    says: /nowhere-at-all.* · .* · /u,
    stage: () => ({ args: ['models', '--name', 'nowhere-at-all'], env: real() }),
  },
];
