import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { libraryInfo, setLibraryPath } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { inFreshProcess } from '../fresh-process.ts';

describe('loading', () => {
  test('importing the package loads no library', () => {
    const maps = `import { readFileSync } from 'node:fs';
      const mapped = () => readFileSync('/proc/self/maps', 'utf8').includes('libxgboost');
      const before = mapped(); xgb.libraryInfo(); console.log(before, mapped());`;
    expect(inFreshProcess(maps)).toBe('false true');
  });

  test('a file that is no library is one clear line', () => {
    const code = 'try { xgb.libraryInfo(); } catch (e) { console.log(e.name, e.message); }';
    const wrong = fileURLToPath(import.meta.url);
    const printed = inFreshProcess(code, { env: { XGBOOST_LIBRARY: wrong } });
    expect(printed).toMatch(/^LibraryLoadError cannot load .*load\.test\.ts: .*glibc[^\n]*$/);
  });

  test('setLibraryPath() decides before the first use', () => {
    const code = `xgb.setLibraryPath('/no/such.so');
      try { xgb.libraryInfo(); } catch (e) { console.log(e.name, e.tried.join()); }`;
    expect(inFreshProcess(code)).toBe('LibraryNotFoundError /no/such.so');
  });

  test('setLibraryPath() after the first use is refused', () => {
    const { path, version } = libraryInfo();
    expect(version).toMatch(/^3\.2\./);
    expect(caught(() => setLibraryPath('/another.so'))).toMatchObject({
      name: 'LibraryLoadError',
      path: '/another.so',
    });
    expect(() => setLibraryPath(path)).not.toThrow();
  });

  test('libraryInfo says how the library was built', () => {
    expect(libraryInfo().buildInfo).toMatchObject({ USE_OPENMP: true, USE_CUDA: false });
  });
});
