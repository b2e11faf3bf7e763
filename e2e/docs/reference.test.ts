import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { directionOf, metricNamesOf, parseSweepConfig, runTags } from '@xgflow/trainer';
import { parse, stringify } from 'yaml';
import { repository } from '../support/xgflow.ts';

const read = (file: string): Promise<string> => readFile(path.join(repository, file), 'utf8');

/** Cells of the table behind `<!-- checked: NAME -->`, without its title. */
async function checkedTable(file: string, name: string): Promise<string[][]> {
  const [, after] = (await read(file)).split(`<!-- checked: ${name} -->`);
  const lines = (after ?? '').trim().split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end === -1 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const names = (cells: readonly (string | undefined)[]): string[] =>
  cells.flatMap((cell) => [...(cell ?? '').matchAll(/`([^`]+)`/gu)].map(([, name]) => name ?? ''));

describe('the docs list all there is, and nothing else', () => {
  test('tags of a run', async () => {
    const table = await checkedTable('docs/what-is-in-mlflow.md', 'run tags');
    expect(names(table.map(([tag]) => tag)).toSorted()).toEqual(Object.values(runTags).toSorted());
  });

  test.each(['binary', 'multiclass', 'regression'] as const)(
    'metrics of task %s, with their direction',
    async (task) => {
      const table = await checkedTable('docs/what-is-in-mlflow.md', `metrics of ${task}`);
      const better = { maximize: 'higher', minimize: 'lower', 'toward-one': 'near 1' };
      expect(table.map(([metric, way]) => [names([metric])[0], way])).toEqual(
        metricNamesOf(task).map((name) => [name, better[directionOf(name)]]),
      );
    },
  );

  test('environment variables', async () => {
    const table = await checkedTable('docs/tracking-servers.md', 'environment');
    // Axios reads these itself.
    const proxies = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];
    // Where executables are looked for, as everywhere.
    const usual = ['PATH'];
    const documented = names(table.map(([variable]) => variable)).filter(
      (variable) => !proxies.includes(variable),
    );
    expect(documented.toSorted()).toEqual(
      (await variablesRead()).filter((variable) => !usual.includes(variable)),
    );
  });
});

async function variablesRead(): Promise<string[]> {
  const files = (await readdir(path.join(repository, 'packages'), { recursive: true })).filter(
    (file) => /^[\w-]+\/src\/.*\.ts$/u.test(file) && !file.includes('generated'),
  );
  const found = new Set<string>();
  for (const file of files) {
    const text = await read(path.join('packages', file));
    for (const [, name] of text.matchAll(/\benv(?:ironment)?\.([A-Z][A-Z\d_]+)/gu)) {
      found.add(name ?? '');
    }
  }
  return [...found].toSorted();
}

/** Each yaml block of the page, put into the smallest sweep file that has what the blocks override. */
async function sweepBlocks(): Promise<string[]> {
  const blocks = [...(await read('docs/sweep-file.md')).matchAll(/^```yaml\n(.*?)^```$/gmsu)]
    .map(([, block]) => parse(block ?? '') as Record<string, unknown> | null)
    .filter((block) => block !== null);
  const space = { learning_rate: { uniform: [0.1, 0.3] }, subsample: { uniform: [0.5, 1] } };
  return blocks.map((block) => stringify({ ...blocks[0], space, ...block }));
}

test('the sweep files in the docs are sweep files', async () => {
  const files = await sweepBlocks();
  expect(files.length).toBeGreaterThanOrEqual(4);
  expect(files.map((file) => parseSweepConfig(file).name)).toEqual(files.map(() => 'claims'));
});
