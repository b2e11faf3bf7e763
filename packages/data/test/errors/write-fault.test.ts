import { describe, expect, test } from '@jest/globals';
import { UnwritableFileError } from '../../src/errors/unwritable-file-error.ts';
import { duckDbError, duckDbWriteError } from '../../src/sql/parquet/duckdb-error.ts';

/** What Node throws. */
const system = (code: string): Error => Object.assign(new Error(`${code}: as Node says`), { code });

describe('a file that cannot be written', () => {
  test.each([
    ['ENOSPC', 'the disk is full · a/b.parquet · free some space and repeat'],
    ['EROFS', 'the file system is read-only · a/b.parquet · choose another path'],
    ['EMFILE', 'too many files are open · a/b.parquet · raise the limit (ulimit -n) and repeat'],
    ['EIO', 'the system refuses it (EIO) · a/b.parquet · check the folder and the disk'],
  ])('because of %s says so', (code, message) => {
    const error = new UnwritableFileError('a/b.parquet', system(code));
    expect(error).toMatchObject({ message, code, path: 'a/b.parquet' });
  });

  test('for another reason says that in one line', () => {
    expect(new UnwritableFileError('a', new Error('two\nlines')).message).toBe(
      'the system refuses it (two lines) · a · check the folder and the disk',
    );
  });
});

/** Words of DuckDB 1.5, on a disk that was full. */
const full = [
  'IO Error: Could not write file "/disk/x.parquet": No space left on device',
  'Out of Memory Error: failed to offload data block of size 128.0 KiB (1.7 MiB/1.7 MiB used).\nThis limit was set',
];

describe('what DuckDB says of a full disk', () => {
  test.each(full)('%s', (message) => {
    const error = new Error(message);
    expect(duckDbWriteError(error, 'folder')).toMatchObject({ code: 'ENOSPC', path: 'folder' });
    expect(duckDbError(error, 'a.parquet', true)).toMatchObject({
      name: 'UnwritableFileError',
      code: 'ENOSPC',
    });
  });

  test('is not what it says of anything else', () => {
    const error = new Error('Out of Memory Error: could not allocate block of size 256.0 KiB');
    expect(duckDbWriteError(error, 'folder')).toMatchObject({ code: undefined });
    expect(duckDbError(error, 'a.parquet', true)).toMatchObject({ name: 'SourceQueryError' });
  });
});
