import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseSchema } from '@xgflow/data';
import { parse } from 'yaml';
import { Codec } from '../../src/codec/codec.ts';
import { modelRecord } from '../../src/mlmodel/model-record.ts';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import { describe, people, withFolder } from '../small-model.ts';

type Mlmodel = Record<string, unknown> & {
  signature: { inputs: string; outputs: string; params: string | null };
  flavors: Record<string, unknown>;
};

async function json(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

async function pythonMlmodel(name: string): Promise<Mlmodel> {
  const path = new URL(`../fixtures/${name}/MLmodel`, import.meta.url);
  return parse(await readFile(path, 'utf8'), { version: '1.1' }) as Mlmodel;
}

const ids = {
  modelUuid: '0'.repeat(32),
  utcTimeCreated: new Date('2026-01-02T03:04:05.678Z'),
};

test('MLmodel has the keys that MLflow itself writes, and its types', async () => {
  await withFolder(async (folder) => {
    const numbers = (await people()).drop(['region', 'product']);
    const written = await writeModelDirectory(join(folder, 'm'), { ...describe(numbers), ...ids });
    const ours = parse(written.mlmodel, { version: '1.1' }) as Mlmodel;
    const theirs = await pythonMlmodel('python-numeric');
    expect(Object.keys(ours)).toEqual(
      [...Object.keys(theirs), 'metadata', 'saved_input_example_info'].sort(),
    );
    expect(ours.flavors).toEqual(theirs.flavors);
    expect(ours).toMatchObject({
      model_uuid: '0'.repeat(32),
      utc_time_created: '2026-01-02 03:04:05.678000',
      mlflow_version: theirs.mlflow_version,
      model_id: null,
      is_signature_from_type_hint: false,
    });
    // Numbers are typed as infer_signature types them.
    expect(JSON.parse(ours.signature.inputs)).toEqual(JSON.parse(theirs.signature.inputs));
    expect(JSON.parse(ours.signature.outputs)).toEqual(JSON.parse(theirs.signature.outputs));
    expect(ours.signature.params).toBeNull();
    expect(written.files.filter((path) => path.startsWith('code'))).toEqual([]);
  });
});

test('a model with levels carries its own loader, which takes them as they are', async () => {
  await withFolder(async (folder) => {
    const table = await people();
    const written = await writeModelDirectory(join(folder, 'm'), { ...describe(table), ...ids });
    const { flavors, signature } = parse(written.mlmodel, { version: '1.1' }) as Mlmodel;
    const theirs = await pythonMlmodel('python-categorical');
    // One booster: MLflow's flavor reads it as ever.
    expect(flavors.xgboost).toEqual(theirs.flavors.xgboost);
    const [loader] = written.files.filter((path) => path.startsWith('code/'));
    expect(flavors.python_function).toEqual({
      code: 'code',
      env: { conda: 'conda.yaml', virtualenv: 'python_env.yaml' },
      loader_module: loader!.slice('code/'.length, -'.py'.length),
      python_version: '3.11.7',
    });
    const source = new URL('../../python/xgflow_loader.py', import.meta.url);
    const text = await readFile(source, 'utf8');
    expect(await readFile(join(folder, 'm', loader!), 'utf8')).toBe(text);
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
    expect(loader).toBe(`code/xgflow_loader_${digest}.py`);
    expect(JSON.parse(signature.inputs)).toEqual([
      { type: 'long', name: 'age', required: true },
      { type: 'double', name: 'height', required: true },
      { type: 'double', name: 'claims', required: false },
      { type: 'string', name: 'region', required: false },
      { type: 'any', name: 'product', required: false },
    ]);
    expect(JSON.parse(signature.params!)).toEqual([
      { name: 'output', type: 'string', default: 'score', shape: null },
    ]);
  });
});

test('the files beside it are whole and agree with each other', async () => {
  await withFolder(async (folder) => {
    const directory = join(folder, 'm');
    const table = await people();
    const description = {
      ...describe(table),
      threshold: 0.3,
      metrics: { test_f1: 0.5 },
      runId: 'r1',
      modelId: 'm-1',
    };
    const written = await writeModelDirectory(directory, description);
    const found = await readdir(directory, { recursive: true });
    expect(found.filter((name) => !['xgflow', 'code'].includes(name)).sort()).toEqual(
      [...written.files].sort(),
    );
    expect(await readdir(folder)).toEqual(['m']);

    const bytes = await readFile(join(directory, 'model.ubj'));
    expect(Buffer.compare(bytes, Buffer.from(description.model))).toBe(0);
    const record = modelRecord.parse(await json(join(directory, 'xgflow/model.json')));
    expect(record).toMatchObject({
      modelSha256: createHash('sha256').update(bytes).digest('hex'),
      objective: 'binary:logistic',
      outputs: 1,
      rounds: 8,
      threshold: 0.3,
      target: { name: 'claim', classes: ['no', 'yes'] },
      metrics: { test_f1: 0.5 },
    });
    expect(Codec.fromJSON(await json(join(directory, 'xgflow/codec.json'))).toJSON()).toEqual(
      description.codec.toJSON(),
    );
    expect(parseSchema(await json(join(directory, 'xgflow/schema.json')))).toEqual(
      description.schema,
    );
    expect(written.mlmodel).toContain('run_id: r1\n');
    expect(written.mlmodel).toContain('model_id: m-1\n');
  });
});
