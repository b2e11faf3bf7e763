import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe as group, expect, test } from '@jest/globals';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import { Predictor } from '../../src/predictor/predictor.ts';
import { describe, people, withFolder } from '../small-model.ts';

const fixtures = new URL('../fixtures/', import.meta.url).pathname;

group('what is no sound model is refused', () => {
  async function refusal(
    change: (directory: string) => Promise<void>,
    from: string,
  ): Promise<unknown> {
    let error: unknown;
    await withFolder(async (folder) => {
      const directory = join(folder, 'm');
      if (from === 'own') await writeModelDirectory(directory, describe(await people()));
      else await cp(join(fixtures, from), directory, { recursive: true });
      await change(directory);
      error = await Predictor.load(directory).then(
        (predictor) => predictor.dispose(),
        (reason: unknown) => reason,
      );
    });
    return error;
  }
  async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  }

  const own = 'own';
  const python = 'python-numeric';
  test.each<[string, string, string, (directory: string) => Promise<void>]>([
    ['no MLmodel', 'ModelDirectoryError', python, (d) => rm(join(d, 'MLmodel'))],
    [
      'MLmodel is no YAML',
      'ModelDirectoryError',
      python,
      (d) => writeFile(join(d, 'MLmodel'), '{a: [1'),
    ],
    [
      'a YAML bomb',
      'ModelDirectoryError',
      python,
      (d) => writeFile(join(d, 'MLmodel'), 'a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n'),
    ],
    [
      'another flavor',
      'UnsupportedModelError',
      python,
      (d) => writeFile(join(d, 'MLmodel'), 'flavors:\n  sklearn: {}\n'),
    ],
    [
      'a class of elsewhere',
      'UnsupportedModelError',
      python,
      (d) => edit(join(d, 'MLmodel'), 'xgboost.core.Booster', 'os.system'),
    ],
    [
      'a newer library',
      'UnsupportedModelError',
      python,
      (d) => edit(join(d, 'MLmodel'), 'xgb_version: 3.2.0', 'xgb_version: 3.3.0'),
    ],
    [
      'no model file',
      'ModelDirectoryError',
      python,
      (d) => edit(join(d, 'MLmodel'), /data: model.ubj/g, 'data: none.ubj'),
    ],
    [
      'a path out of the directory',
      'UnsupportedModelError',
      python,
      async (d) => {
        await cp(join(d, 'model.ubj'), join(d, '../outside.ubj'));
        await edit(join(d, 'MLmodel'), /data: model.ubj/g, 'data: ../outside.ubj');
      },
    ],
    [
      'a link out of the directory',
      'UnsupportedModelError',
      python,
      async (d) => {
        await cp(join(d, 'model.ubj'), join(d, '../outside.ubj'));
        await mkdir(join(d, 'in'));
        await symlink(join(d, '../outside.ubj'), join(d, 'in/model.ubj'));
        await edit(join(d, 'MLmodel'), /data: model.ubj/g, 'data: in/model.ubj');
      },
    ],
    [
      'levels that Python damaged',
      'UnsupportedModelError',
      'python-damaged-levels',
      () => Promise.resolve(),
    ],
    [
      'not a model at all',
      'CorruptModelError',
      python,
      (d) => writeFile(join(d, 'model.ubj'), 'hello'),
    ],
    [
      'a model that was cut',
      'CorruptModelError',
      python,
      async (d) => {
        const bytes = await readFile(join(d, 'model.ubj'));
        await writeFile(join(d, 'model.ubj'), bytes.subarray(0, 5000));
      },
    ],
    [
      'a folder in place of the model file',
      'ModelDirectoryError',
      own,
      async (d) => {
        await rm(join(d, 'model.ubj'));
        await mkdir(join(d, 'model.ubj'));
      },
    ],
    [
      'changed bytes',
      'DigestMismatchError',
      own,
      async (d) => {
        const bytes = await readFile(join(d, 'model.ubj'));
        bytes[bytes.length - 20]! ^= 1;
        await writeFile(join(d, 'model.ubj'), bytes);
      },
    ],
    [
      'a record that is none',
      'ModelDirectoryError',
      own,
      (d) => writeFile(join(d, 'xgflow/model.json'), '{"version":1}'),
    ],
    [
      'a codec that is none',
      'CodecError',
      own,
      (d) => writeFile(join(d, 'xgflow/codec.json'), '[]'),
    ],
    ['no codec', 'CodecError', own, (d) => rm(join(d, 'xgflow/codec.json'))],
  ])('%s', async (_, name, from, change) => {
    expect(await refusal(change, from)).toMatchObject({
      name,
      message: expect.stringMatching(/^(?!:)[^\n]+ · [^\n]+ · [^\n]+$/),
    });
  });

  test('mutated files never end this process', async () => {
    // A fixed walk over the file: every run damages the same bytes.
    const bytes = await readFile(join(fixtures, 'python-categorical/model.ubj'));
    let state = 12345;
    const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0);
    for (let round = 0; round < 6; round++) {
      const outcome = await refusal(async (directory) => {
        const broken = Buffer.from(bytes);
        for (let k = 0; k < 40; k++) broken[next() % broken.length] = next() & 0xff;
        await writeFile(join(directory, 'model.ubj'), broken);
      }, 'python-categorical');
      if (outcome !== undefined)
        expect(outcome).toMatchObject({ name: expect.stringMatching(/Error$/) });
    }
  });
});
