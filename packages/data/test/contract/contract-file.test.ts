import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadSchemaError, readContract, writeContract } from '../../src/index.ts';
import { contractOf, first } from './first-table.ts';

describe('a contract file', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'xgflow-contract-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  test('is read as it was written, one column a line', async () => {
    const path = join(directory, 'a.contract.json');
    const contract = await contractOf(first);
    expect(await readContract(path)).toBeUndefined();
    await writeContract(path, contract);
    expect(await readContract(path)).toEqual(contract);
    expect(await readFile(path, 'utf8')).toBe(
      `{
  "version": 1,
  "rows": 4,
  "columns": [
    {"name":"age","kind":"numeric","type":"integer","min":20,"max":60,"missing":0},
    {"name":"gender","kind":"categorical","type":"string","levels":["F","M"],"missing":0},
    {"name":"score","kind":"numeric","type":"number","min":0.5,"max":1.5,"missing":0.25},
    {"name":"code","kind":"categorical","type":"integer","levels":[7,8],"missing":0}
  ]
}
`,
    );
  });

  test.each([
    ['{', /^not JSON · .*bad\.json · restore the file/],
    ['{"version": 2, "rows": 1, "columns": []}', /^version: .* · .*bad\.json · /],
    ['{"version": 1, "rows": 1, "columns": [{"name": "a"}]}', /^columns\.0\.?.* · /],
  ])('that is none is refused: %s', async (text, says) => {
    const path = join(directory, 'bad.json');
    await writeFile(path, text);
    await expect(readContract(path)).rejects.toThrow(BadSchemaError);
    await expect(readContract(path)).rejects.toThrow(says);
  });
});
