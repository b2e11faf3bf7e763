import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GOOD_PATHS } from '../artifacts/path-cases.ts';
import { liveClient, unique } from './live-client.ts';

const client = liveClient();
const store = client.artifacts;
let folder: string;
/** `artifact_uri` of a run of its own. */
let location: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xgflow-live-artifacts-'));
  const { experiment_id: experimentId } = await client.experiments.ensure(unique('artifacts'));
  location = (await client.runs.create({ experimentId })).info.artifact_uri;
});

afterAll(async () => {
  client.close();
  await rm(folder, { recursive: true });
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('names', () => {
  test.each(GOOD_PATHS)('%j is stored, listed and read under this name', async (path) => {
    const inside = `names/${path}`;
    const bytes = Buffer.from(`content of ${path}`);
    await store.uploadBuffer(location, bytes, inside);
    const listed = await store.list(location, 'names', { recursive: true });
    expect(listed).toContainEqual({ path: inside, isDirectory: false, size: bytes.length });
    expect(await store.readText(location, inside)).toBe(bytes.toString());
  });
});

test('a directory comes back byte by byte', async () => {
  const files = new Map([
    ['MLmodel', randomBytes(500)],
    ['empty.bin', Buffer.alloc(0)],
    ['data/big.bin', randomBytes(3_000_000)],
    ['data/deep/ü 😀.json', Buffer.from('{}')],
    ...Array.from({ length: 20 }, (_, i) => [`many/${i}.txt`, randomBytes(i)] as const),
  ]);
  const local = join(folder, 'out');
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(local, path)), { recursive: true });
    await writeFile(join(local, path), bytes);
  }
  const uploaded = await store.uploadDirectory(location, local, 'model');
  expect(uploaded.sort()).toEqual([...files.keys()].map((path) => `model/${path}`).sort());
  const back = await store.download(location, 'model', join(folder, 'back'));
  for (const [path, bytes] of files) {
    expect([path, sha256(await readFile(join(back, path)))]).toEqual([path, sha256(bytes)]);
  }
});

test('one file: upload, replace, list, download', async () => {
  const local = join(folder, 'one.csv');
  await writeFile(local, 'a,b\n1,2\n');
  await store.uploadFile(location, local, 'one/one.csv');
  await writeFile(local, 'a\n');
  await store.uploadFile(location, local, 'one/one.csv');
  expect(await store.list(location, 'one')).toEqual([
    { path: 'one/one.csv', isDirectory: false, size: 2 },
  ]);
  expect(await store.list(location, 'one/one.csv')).toEqual([]);
  const path = await store.download(location, 'one/one.csv', join(folder, 'single'));
  expect(path).toBe(join(folder, 'single', 'one', 'one.csv'));
  expect(await readFile(path, 'utf8')).toBe('a\n');
});

test('what is not there', async () => {
  expect(await store.list(location, 'nothing/here')).toEqual([]);
  const missing = store.download(location, 'nothing/here.txt', folder);
  await expect(missing).rejects.toMatchObject({ name: 'ResourceNotFoundError' });
});

test('a source file that is not there, or is none', async () => {
  const upload = (path: string) => store.uploadFile(location, path, 'x.txt');
  await expect(upload(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(upload(folder)).rejects.toMatchObject({ name: 'LocalFileError' });
});
