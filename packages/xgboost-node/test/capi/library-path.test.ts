import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { findLibrary } from '../../src/capi/library-path.ts';
import { checkVersion } from '../../src/capi/supported-version.ts';
import { caught } from '../caught.ts';

const linux = { platform: 'linux', arch: 'x64' };
const packageRoot = new URL('../../', import.meta.url);
const emptyRoot = pathToFileURL(`${mkdtempSync(join(tmpdir(), 'xgb-'))}/`);
const here = fileURLToPath(import.meta.url);

describe('findLibrary', () => {
  test('an explicit path comes before XGBOOST_LIBRARY', () => {
    const search = { ...linux, packageRoot, explicit: here, environment: '/nowhere' };
    expect(findLibrary(search)).toBe(here);
  });

  test('XGBOOST_LIBRARY comes before the own copy, on any platform', () => {
    const search = { platform: 'aix', arch: 'ppc', packageRoot, environment: here };
    expect(findLibrary(search)).toBe(here);
  });

  test('an empty XGBOOST_LIBRARY is none: the own copy is found', () => {
    const path = findLibrary({ ...linux, packageRoot, environment: '' });
    expect(path).toMatch(/native\/linux-x64\/xgboost\/lib\/libxgboost\.so$/);
    expect(existsSync(path)).toBe(true);
  });

  test.each([
    ['explicit', { explicit: '/no/such.so' }, 'setLibraryPath()'],
    ['environment', { environment: '/no/such.so' }, 'XGBOOST_LIBRARY'],
  ])('a wrong %s path is not replaced by another', (_, given, source) => {
    const error = caught(() => findLibrary({ ...linux, packageRoot, ...given }));
    expect(error).toMatchObject({ name: 'LibraryNotFoundError', tried: ['/no/such.so'] });
    expect(error?.message).toContain(source);
  });

  test('the error lists every place that was tried', () => {
    const error = caught(() => findLibrary({ ...linux, packageRoot: emptyRoot }));
    expect(error).toMatchObject({
      name: 'LibraryNotFoundError',
      tried: [
        'package @xgflow/libxgboost-linux-x64 (not installed)',
        join(fileURLToPath(emptyRoot), 'native/linux-x64/xgboost/lib/libxgboost.so'),
      ],
    });
  });

  test('a platform that was not tested gets one line', () => {
    const error = caught(() => findLibrary({ platform: 'darwin', arch: 'arm64', packageRoot }));
    expect(error).toMatchObject({ name: 'UnsupportedPlatformError', platform: 'darwin-arm64' });
    expect(error?.message).toMatch(/^no libxgboost is shipped for darwin-arm64.*XGBOOST_LIBRARY/);
  });
});

describe('checkVersion', () => {
  test.each(['3.2.0', '3.2.1', '3.2.10'])('%s is supported', (version) => {
    expect(() => checkVersion('/lib.so', version)).not.toThrow();
  });

  test.each(['3.1.9', '3.3.0', '2.1.4', '13.2.0', '3.20.0'])('%s is refused', (version) => {
    expect(caught(() => checkVersion('/lib.so', version))).toMatchObject({
      name: 'LibraryVersionError',
      path: '/lib.so',
      version,
    });
  });
});
