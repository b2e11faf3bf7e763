import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe as group, expect, test } from '@jest/globals';
import { writeModelDirectory } from '../../src/mlmodel/write-model-directory.ts';
import { describe, people, withFolder } from '../small-model.ts';

async function json(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

group('the input example', () => {
  test('is made up of medians and most frequent levels', async () => {
    await withFolder(async (folder) => {
      const table = await people();
      await writeModelDirectory(join(folder, 'm'), describe(table));
      const text = await readFile(join(folder, 'm/input_example.json'), 'utf8');
      const medians = ['age', 'height', 'claims'].map((name) => {
        const column = table.column(name);
        const present =
          column.kind === 'numeric' ? [...column.values].filter((v) => !Number.isNaN(v)) : [];
        present.sort((a, b) => a - b);
        return present[Math.floor((present.length - 1) / 2)];
      });
      const example = JSON.parse(text) as { columns: string[]; data: (number | string)[][] };
      expect(example.columns).toEqual(table.columnNames);
      expect(example.data).toHaveLength(1);
      expect(example.data[0]!.slice(0, 3)).toEqual(medians);
      const modes = [example.data[0]![3], example.data[0]![4]];
      for (const [at, name] of ['region', 'product'].entries()) {
        const column = table.column(name);
        if (column.kind !== 'categorical') throw new TypeError(name);
        const { codes, levels } = column;
        const counts = Array.from(
          levels.keys(),
          (code) => codes.filter((own) => own === code).length,
        );
        expect(modes[at]).toBe(levels[counts.indexOf(Math.max(...counts))]);
      }
      // A double is written as one, or pandas would read an integer column.
      expect(text).toMatch(/, \d+\.0, "[^"]+", \d+\]\]\}$/);
      expect(await json(join(folder, 'm/serving_input_example.json'))).toEqual({
        dataframe_split: example,
      });
    });
  });

  test('has real rows only when asked', async () => {
    await withFolder(async (folder) => {
      const table = await people();
      const inputExampleRows = { table, rows: 2 };
      await writeModelDirectory(join(folder, 'm'), { ...describe(table), inputExampleRows });
      const example = (await json(join(folder, 'm/input_example.json'))) as {
        data: (number | string | null)[][];
      };
      const first = table.columns.map((column) =>
        column.kind === 'numeric' ? column.values[0] : column.levels[column.codes[0]!],
      );
      expect(example.data).toHaveLength(2);
      expect(example.data[0]).toEqual(first.map((value) => (Number.isNaN(value) ? null : value)));
    });
  });
});
