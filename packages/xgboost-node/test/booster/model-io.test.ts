import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Booster } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { columnMatrix, denseMatrix, withModel } from '../small-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'xgb-model-'));

describe('save and load', () => {
  test.each(['ubj', 'json'] as const)('a .%s file gives the same model', (format) => {
    withModel(columnMatrix(), (booster, data) => {
      booster.setAttribute('note', 'Größe');
      const path = join(folder, `model.${format}`);
      booster.save(path);
      using loaded = Booster.load(path);
      expect(loaded.predict(data)).toEqual(booster.predict(data));
      expect(loaded.featureNames).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
      expect(loaded.featureTypes).toEqual(['float', 'float', 'float', 'float', 'int', 'c']);
      expect(loaded.categories()).toEqual(booster.categories());
      expect(loaded.attribute('note')).toBe('Größe');
      expect(loaded.toBuffer(format)).toEqual(booster.toBuffer(format));
      expect(new Uint8Array(readFileSync(path))).toEqual(booster.toBuffer(format));
    });
  });

  test('saving replaces a file and leaves nothing else behind', () => {
    const own = mkdtempSync(join(tmpdir(), 'xgb-model-'));
    writeFileSync(join(own, 'model.ubj'), 'old');
    withModel(denseMatrix(), (booster) => booster.save(join(own, 'model.ubj')));
    expect(readdirSync(own)).toEqual(['model.ubj']);
    Booster.load(join(own, 'model.ubj')).dispose();
  });

  test.each(['model', 'model.bin', 'model.ubj.gz', 'model.JSON'])(
    'the name %s is refused',
    (name) => {
      withModel(denseMatrix(), (booster) => {
        expect(caught(() => booster.save(join(folder, name)))).toMatchObject({
          name: 'InvalidArgumentError',
          argument: 'path',
        });
      });
    },
  );

  test('a folder that does not exist', () => {
    const path = join(folder, 'nowhere', 'model.ubj');
    withModel(denseMatrix(), (booster) => {
      const error = caught(() => booster.save(path));
      expect(error).toMatchObject({ name: 'ModelFileError', path, cause: { code: 'ENOENT' } });
    });
    expect(caught(() => Booster.load(path))).toMatchObject({
      name: 'ModelFileError',
      path,
      cause: { code: 'ENOENT' },
    });
  });
});

describe('bytes that are no model', () => {
  test.each([
    ['empty', '', /is empty/],
    ['the old binary format', 'binf\0\0\0\0', /old binary model can be converted in Python/],
    ['other text', 'hello', /not a JSON or UBJSON model/],
    ['JSON of something else', '{"a":1}', /cannot be read as a model/],
    ['an unknown UBJSON type', '{L\0\0\0\0\0\0\0\x01ax}', /unknown type "x"/],
    ['a negative length', '{i\xff', /bad length/],
    ['nested without end', `{${'i\x01a{'.repeat(200)}`, /nested too deeply/],
  ])('%s', (_, text, message) => {
    const error = caught(() => Booster.fromBuffer(Buffer.from(text, 'latin1')));
    expect(error).toMatchObject({ name: 'ModelFormatError', path: undefined });
    expect(error?.message).toMatch(message);
  });

  test('the file is named', () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, '{"learner":');
    const error = caught(() => Booster.load(path));
    expect(error).toMatchObject({ name: 'ModelFormatError', path });
    expect(error?.message).toContain(path);
  });

  test.each(['ubj', 'json'] as const)('a %s model cut short anywhere', (format) => {
    const bytes = withModel(columnMatrix(), (booster) => booster.toBuffer(format));
    for (let length = 0; length < bytes.length; length += 41) {
      expect(caught(() => Booster.fromBuffer(bytes.slice(0, length)))?.name).toBe(
        'ModelFormatError',
      );
    }
  });

  test('bytes after a UBJSON model', () => {
    const bytes = withModel(denseMatrix(), (booster) => booster.toBuffer());
    expect(caught(() => Booster.fromBuffer(Buffer.concat([bytes, bytes])))).toMatchObject({
      name: 'ModelFormatError',
    });
  });

  test('JSON with white space after the brace, and with NaN, is read', () => {
    const text = withModel(denseMatrix(), (booster) =>
      Buffer.from(booster.toBuffer('json')).toString(),
    );
    Booster.fromBuffer(Buffer.from(text.replace('{', '{ \n'))).dispose();
    const changed = text.replace(/"sum_hessian":\[[^,\]]+/, '"sum_hessian":[NaN');
    expect(changed).not.toBe(text);
    Booster.fromBuffer(Buffer.from(changed)).dispose();
  });

  test('a text instead of bytes', () => {
    expect(caught(() => Booster.fromBuffer('{}' as unknown as Uint8Array))).toMatchObject({
      name: 'InvalidArgumentError',
    });
  });
});
