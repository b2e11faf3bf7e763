import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import { buildProfile } from '../../src/profile/build-profile.ts';
import { profileLevels } from '../../src/profile/profile-levels.ts';
import { readProfile } from '../../src/profile/read-profile.ts';
import { describe as describeModel, labelOf, people, withFolder } from '../small-model.ts';

describe('levels', () => {
  test('up to fifty are kept whole', () => {
    const codes = Int32Array.from([0, 1, 1, -1, 2, 2, 2, -1]);
    expect(profileLevels('k', { levels: ['a', 'b', 'c'], codes, unseen: 1 })).toEqual({
      kind: 'categorical',
      name: 'k',
      rows: 8,
      missing: 1,
      unseen: 1,
      levels: ['a', 'b', 'c'],
      counts: [1, 2, 3],
      others: 0,
      singletons: 1,
    });
  });

  test('of many only frequent ones are, so that luck makes none of them', () => {
    const codes = Int32Array.from({ length: 3000 }, (_, row) =>
      row < 1000 ? 0 : 1 + ((row * 7919) % 1500),
    );
    const levels = Array.from({ length: 1501 }, (_, code) => `level ${code}`);
    const profile = profileLevels('k', { levels, codes });
    expect(profile.levels).toEqual(['level 0']);
    expect(profile.others).toBe(2000);
    expect(profile.singletons).toBeGreaterThan(500);
  });
});

describe('a whole profile', () => {
  const scored = (labels: Float32Array) => ({
    kind: 'binary' as const,
    values: labels.map((label, row) => (label === 1 ? 0.6 + (row % 7) / 20 : (row % 7) / 20)),
    outputs: 1,
    source: 'test rows',
    labels,
    classes: ['no', 'yes'],
  });

  test('is written with the model and read back the same', async () => {
    const table = await people();
    const profile = buildProfile({
      features: table,
      dataDigest: '0123456789abcdef',
      scored: scored(labelOf(table)),
      metrics: { roc_auc: { value: 0.9, low: 0.8, high: null } },
    });
    expect(profile.columns.map(({ name }) => name)).toEqual(table.columnNames);
    expect(profile.outcomes?.counts.reduce((sum, count) => sum + count, 0)).toBe(table.rowCount);
    await withFolder(async (folder) => {
      const directory = join(folder, 'm');
      const written = await writeModelDirectory(directory, { ...describeModel(table), profile });
      expect(written.files).toContain('xgflow/profile.json');
      expect(await readProfile(directory)).toEqual(profile);

      await writeFile(join(directory, 'xgflow', 'profile.json'), '{"version":1}');
      await expect(readProfile(directory)).rejects.toThrow(
        /^rows: .* · .*xgflow\/profile\.json · get the model again$/,
      );
    });
  });

  test('is none for a model without one', async () => {
    const table = await people();
    await withFolder(async (folder) => {
      await writeModelDirectory(join(folder, 'm'), describeModel(table));
      expect(await readProfile(join(folder, 'm'))).toBeUndefined();
    });
  });

  test('tells no row: of people nobody is alone in a cell', async () => {
    const table = await people();
    for (const column of buildProfile({ features: table }).columns) {
      if (column.kind !== 'numeric') continue;
      expect(Math.min(...column.counts.filter((count) => count > 0))).toBeGreaterThanOrEqual(2);
    }
  });

  test('of several classes: the likeliest class and its probability; labels do not make bins', () => {
    const { predictions, outcomes } = buildProfile({
      features: { columns: [], rowCount: 3 } as never,
      scored: {
        kind: 'multiclass',
        values: Float32Array.from([0.1, 0.7, 0.2, 0.5, 0.25, 0.25, 0.25, 0.5, 0.25]),
        outputs: 3,
        source: 'test rows',
        labels: [1, 0, 2],
        classes: ['x', 'y', 'z'],
      },
    });
    expect(predictions?.columns[0]).toMatchObject({
      name: 'class',
      levels: ['x', 'y', 'z'],
      counts: [1, 2, 0],
    });
    expect(predictions?.columns[1]).toMatchObject({ name: 'confidence', rows: 3 });
    expect(outcomes).toBeNull();
  });
});
