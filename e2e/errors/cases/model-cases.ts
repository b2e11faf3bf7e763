import { readFile, rm, truncate } from 'node:fs/promises';
import { MlflowClient } from '@xgflow/mlflow-client';
import { freshName } from '../../support/workspace.ts';
import { trackingUri } from '../../support/xgflow.ts';
import type { ErrorCase } from '../error-case.ts';
import type { Scene } from '../scene.ts';
import { rows } from '../small-table.ts';

const predict = (model = './model'): string[] => [
  'predict',
  '--model',
  model,
  '--input',
  'data.csv',
  '--output',
  'scores.csv',
];

/** A trained model is spoiled, or what it is given. */
function spoiled(
  name: string,
  says: RegExp,
  spoil: (scene: Scene) => Promise<void>,
  { exit = 3, more = [] as readonly string[] } = {},
): ErrorCase {
  return {
    name,
    exit,
    says,
    stage: async (scene) => {
      await scene.model();
      await spoil(scene);
      return { args: [...predict(), ...more] };
    },
  };
}

function named(name: string, model: string, exit: number, says: RegExp): ErrorCase {
  return {
    name,
    exit,
    says,
    stage: () => ({ args: predict(model), env: { MLFLOW_TRACKING_URI: trackingUri() } }),
  };
}

async function flip(scene: Scene, at: number): Promise<void> {
  const bytes = await readFile(scene.path('model/model.ubj'));
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  await scene.write('model/model.ubj', bytes);
}

async function edit(scene: Scene, file: string, from: RegExp, to: string): Promise<void> {
  const text = await readFile(scene.path(file), 'utf8');
  await scene.write(file, text.replace(from, to));
}

/** A registered model without versions, gone with the scene. */
async function emptyModel(scene: Scene): Promise<string> {
  const client = new MlflowClient({ trackingUri: trackingUri() });
  const name = freshName('errors-model');
  await client.registeredModels.ensure(name);
  scene.after(() => client.registeredModels.delete(name));
  return name;
}

/** Nothing of ours vouches for the bytes: what a model logged from Python looks like. */
const foreign = (scene: Scene): Promise<void> =>
  rm(scene.path('model/xgflow'), { recursive: true });

/** What can be wrong with a model and with what it is to score. */
export const modelCases: readonly ErrorCase[] = [
  spoiled(
    'a flipped byte',
    /^the model file has changed since it was written · \S+model\.ubj · /u,
    (scene) => flip(scene, 200),
  ),
  spoiled(
    'a truncated model',
    /^the model file has changed since it was written · \S+model\.ubj · /u,
    (scene) => truncate(scene.path('model/model.ubj'), 300),
  ),
  spoiled('a corrupt model from elsewhere', /model\.ubj · /u, async (scene) => {
    await foreign(scene);
    await flip(scene, 40);
  }),
  spoiled('a truncated model from elsewhere', /model\.ubj · /u, async (scene) => {
    await foreign(scene);
    await truncate(scene.path('model/model.ubj'), 300);
  }),
  spoiled(
    'a model of a newer library',
    /^the model was written by XGBoost 9\.1\.0, the library is 3\.2\.0 · \S+ · /u,
    (scene) => edit(scene, 'model/MLmodel', /xgb_version: .*/u, 'xgb_version: 9.1.0'),
  ),
  spoiled('a model of another library', /.* · \S+ · /u, (scene) =>
    edit(scene, 'model/MLmodel', /^ {2}xgboost:$/mu, '  lightgbm:'),
  ),
  spoiled(
    'no MLmodel file',
    /^no model: \.\/model · --model · /u,
    (scene) => rm(scene.path('model/MLmodel')),
    { exit: 2 },
  ),
  spoiled('an MLmodel that is no YAML', /MLmodel.* · /u, (scene) =>
    scene.write('model/MLmodel', 'flavors: ['),
  ),
  spoiled('no model file', /model\.ubj/u, (scene) => rm(scene.path('model/model.ubj')), {
    exit: 3,
  }),
  spoiled(
    'a column that the model needs',
    /^no column "age" · \S.* · give every feature of the model/u,
    (scene) => scene.table(rows, 'years,city,target'),
  ),
  spoiled(
    'text where the model has numbers',
    /^"old" is not a number \(of 32-bit floats\) · data\.csv row 1 \(line 2\), column "age" · /u,
    (scene) => scene.table(rows.with(0, 'old,Bonn,1')),
  ),
  spoiled('a column to keep that is not there', /nope.* · .* · /u, () => Promise.resolve(), {
    exit: 2,
    more: ['--keep', 'nope'],
  }),
  spoiled(
    'an output that exists',
    /^the output exists · \S+scores\.csv · .*--overwrite/u,
    (scene) => scene.write('scores.csv', 'mine\n'),
    { exit: 2 },
  ),
  spoiled(
    'no such input',
    /^no such file.* · \S+data\.csv · /u,
    (scene) => rm(scene.path('data.csv')),
    { exit: 2 },
  ),
  named('an unknown model', 'models:/nowhere-at-all/1', 3, /nowhere-at-all.* · .* · /u),
  named('an unknown logged model', `models:/m-${'0'.repeat(32)}`, 3, /m-0+.* · .* · /u),
  named(
    'a malformed model URI',
    'models:/a/b/c',
    2,
    /^the model URI is malformed · "models:\/a\/b\/c" · use models:/u,
  ),
  named(
    'a model URI without an alias',
    'models:/a@',
    2,
    /^the model URI lacks a name or an alias · "models:\/a@" · use models:/u,
  ),
  named('an unknown run', `runs:/${'0'.repeat(32)}/model`, 3, /0{32}.* · .* · /u),
  ...['@champion', '/99', '/latest'].map((suffix): ErrorCase => ({
    name: `a registered model without ${suffix}`,
    exit: 3,
    says: /errors-model-\S+.* · .* · /u,
    stage: async (scene) => ({
      args: predict(`models:/${await emptyModel(scene)}${suffix}`),
      env: { MLFLOW_TRACKING_URI: trackingUri() },
    }),
  })),
];
