import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactStore } from '../../src/artifacts/store.ts';
import { rejection, sendJson, withServer } from '../http/with-server.ts';

const LOCATION = 'mlflow-artifacts:/1/run/artifacts';
let folder: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xgflow-artifacts-'));
  target = join(folder, 'in', 'target');
  await mkdir(target, { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

type Entry = Readonly<Record<string, unknown>>;

/** Lists `entries` for the root and serves `evil` as every file. */
const serving =
  (entries: readonly Entry[]): http.RequestListener =>
  (request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    if (!url.searchParams.has('path')) response.end('evil');
    else if (url.searchParams.get('path') === '1/run/artifacts') {
      sendJson(response, 200, { files: entries });
    } else sendJson(response, 200, {});
  };
const download = (entries: readonly Entry[]) =>
  withServer(serving(entries), ({ transport }) =>
    rejection(new ArtifactStore(transport).download(LOCATION, '', target)),
  );

describe('names that a server must not choose', () => {
  test.each([
    '../escaped',
    '../../../../tmp/escaped',
    '/tmp/xgflow-escaped',
    'a/b',
    '..',
    '.',
    '',
    'a\\..\\..\\b',
    'nul\0byte',
    'line\nbreak',
    'escape\u001b[2J',
    '%2e%2e%2fescaped',
  ])('%j', async (name) => {
    const error = await download([{ path: name, is_dir: false, file_size: 4 }]);
    expect(error).toMatchObject({ name: 'ArtifactPathError' });
    expect(await everything()).toEqual(['in', 'in/target']);
  });

  test.each(['../up', '/abs', '..'])('directory %j', async (name) => {
    expect(await download([{ path: name, is_dir: true }])).toMatchObject({
      name: 'ArtifactPathError',
    });
  });

  test('a name that is too long for the disk', async () => {
    const error = await download([{ path: 'x'.repeat(4000), is_dir: false, file_size: 4 }]);
    expect(error).toMatchObject({ name: 'LocalFileError', code: 'ENAMETOOLONG' });
    expect(await everything()).toEqual(['in', 'in/target']);
  });

  test.each([[{}], [{ path: 5 }], ['x'], [null]])('an entry without a name: %j', async (entry) => {
    const error = await download([entry as Entry]);
    expect(error).toMatchObject({ name: 'UnexpectedAnswerError' });
  });
});

describe('links in the target', () => {
  test('a link out of it is not followed by folders', async () => {
    await mkdir(join(folder, 'outside'));
    await symlink(join(folder, 'outside'), join(target, 'model'));
    await withServer(
      (_, response) => response.end('evil'),
      async ({ transport }) => {
        const store = new ArtifactStore(transport);
        const handler = store.download(LOCATION, 'model/x.txt', target);
        expect(await rejection(handler)).toMatchObject({ name: 'UnexpectedAnswerError' });
      },
    );
    await withServer(serving([]), async ({ transport }) => {
      const call = new ArtifactStore(transport).download(LOCATION, 'model/x.txt', target);
      const error = await rejection(call);
      expect(error.message).toMatch(/through a symbolic link/);
    });
    expect(await readdir(join(folder, 'outside'))).toEqual([]);
  });

  test('a link in place of the file is replaced, not written through', async () => {
    const victim = join(folder, 'victim');
    await writeFile(victim, 'precious');
    await symlink(victim, join(target, 'a.txt'));
    await withServer(serving([{ path: 'a.txt', is_dir: false, file_size: 4 }]), ({ transport }) =>
      new ArtifactStore(transport).download(LOCATION, '', target),
    );
    expect(await readFile(victim, 'utf8')).toBe('precious');
    expect(await readFile(join(target, 'a.txt'), 'utf8')).toBe('evil');
  });
});

test('folders without end are given up', async () => {
  await withServer(
    (_, response) => {
      sendJson(response, 200, { files: [{ path: 'd', is_dir: true }] });
    },
    async ({ transport }) => {
      const call = new ArtifactStore(transport).list(LOCATION, '', { recursive: true });
      expect(await rejection(call)).toMatchObject({ name: 'ArtifactPathError' });
    },
  );
});

test('a file of another size than listed is told, half a file is never there', async () => {
  await withServer(
    (request, response) => {
      const listing = new URL(request.url ?? '', 'http://x').searchParams.has('path');
      if (listing) sendJson(response, 200, { files: [{ path: 'a.txt', file_size: 9 }] });
      else {
        response.removeHeader('content-length');
        response.write('four');
        response.end();
      }
    },
    async ({ transport }) => {
      const call = new ArtifactStore(transport).download(LOCATION, 'a.txt', target);
      expect(await rejection(call)).toMatchObject({
        name: 'ArtifactIntegrityError',
        expectedSize: 9,
        actualSize: 4,
      });
      expect(await readdir(target)).toEqual([]);
    },
  );
});

test('an upload that the store did not keep is told', async () => {
  await withServer(
    (request, response) => {
      request.resume();
      request.on('end', () => {
        sendJson(response, 200, {});
      });
    },
    async ({ transport }) => {
      const call = new ArtifactStore(transport).uploadText(LOCATION, 'hello', 'a.txt');
      expect(await rejection(call)).toMatchObject({
        name: 'ArtifactIntegrityError',
        expectedSize: 5,
        actualSize: undefined,
      });
    },
  );
});

test('readBytes stops at its limit', async () => {
  await withServer(
    (_, response) => response.end('x'.repeat(2000)),
    async ({ transport, seen }) => {
      const call = new ArtifactStore(transport).readBytes(LOCATION, 'a.txt', { maxBytes: 1000 });
      expect(await rejection(call)).toMatchObject({ name: 'UnexpectedAnswerError' });
      expect(seen).toHaveLength(1);
    },
  );
});

async function everything(): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}
