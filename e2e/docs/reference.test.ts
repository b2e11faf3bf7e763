import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  directionOf,
  metricNamesOf,
  parsePolicy,
  parseSweepConfig,
  runTags,
} from '@xgflow/trainer';
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

  test('pictures', async () => {
    const folder = 'packages/trainer/src/report/pictures';
    const sources = await readdir(path.join(repository, folder));
    const drawn = await Promise.all(
      sources.map(async (file) => {
        const text = await read(path.join(folder, file));
        return [...text.matchAll(/\bpicture\(\s*['`]([a-z-]+)/gu)].map(([, name]) => name ?? '');
      }),
    );
    const page = await read('docs/reading-the-pictures.md');
    const told = [...page.matchAll(/^\*\*[^*]+\*\* \(`([a-z-]+)`\)/gmu)].map(([, name]) => name);
    expect([...new Set(told)].toSorted()).toEqual([...new Set(drawn.flat())].toSorted());
  });

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

async function yamlBlocks(page: string): Promise<Record<string, unknown>[]> {
  const text = await read(page);
  return [...text.matchAll(/^```yaml(?: runnable)?\n(.*?)^```$/gmsu)]
    .map(([, block]) => parse(block ?? '') as Record<string, unknown> | null)
    .filter((block) => block !== null);
}

const pagesOfSweepFiles = [
  'sweep-file',
  'your-own-data',
  'imbalance',
  'thresholds',
  'regression',
  'ensembles',
  'sql-and-parquet',
];

test.each(pagesOfSweepFiles)(
  'the yaml in %s.md is a sweep file, or a part of one',
  async (page) => {
    const [smallest] = await yamlBlocks('docs/sweep-file.md');
    const space = { learning_rate: { uniform: [0.1, 0.3] }, subsample: { uniform: [0.5, 1] } };
    const blocks = await yamlBlocks(`docs/${page}.md`);
    expect(blocks).not.toEqual([]);
    for (const block of blocks) {
      const file = stringify({ ...smallest, space, ...block });
      expect(parseSweepConfig(file).name).toBe('claims');
    }
  },
);

test('the yaml in promotion.md is a policy', async () => {
  const blocks = await yamlBlocks('docs/promotion.md');
  expect(blocks).toHaveLength(1);
  for (const block of blocks) expect(parsePolicy(stringify(block)).metric).toBe('roc_auc');
});
