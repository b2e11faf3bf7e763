import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextTags } from '../../src/runs/context-tags.ts';
import { withoutCredentials } from '../../src/runs/git.ts';

let directory: string;
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: directory, encoding: 'utf8' }).trim();
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'xgflow-git-'));
});
afterAll(async () => rm(directory, { recursive: true }));

describe('context tags', () => {
  test('outside a repository: user and source only', async () => {
    const tags = await contextTags({ user: 'ann', sourceName: 'train.ts', directory });
    expect(tags).toEqual({
      'mlflow.user': 'ann',
      'mlflow.source.name': 'train.ts',
      'mlflow.source.type': 'LOCAL',
    });
  });

  test('inside a repository: commit, branch, clean or dirty, remote without credentials', async () => {
    git('init', '-q', '-b', 'trunk');
    await writeFile(join(directory, 'a'), '1');
    git('add', 'a');
    git('-c', 'user.name=n', '-c', 'user.email=e', 'commit', '-qm', 'm');
    const commit = git('rev-parse', 'HEAD');
    expect(await contextTags({ user: 'ann', directory })).toMatchObject({
      'mlflow.source.git.commit': commit,
      'mlflow.source.git.branch': 'trunk',
      'mlflow.source.git.dirty': 'false',
    });
    git('remote', 'add', 'origin', 'https://ann:s3cr3t@example.org/repo.git');
    await writeFile(join(directory, 'a'), '2');
    git('checkout', '-q', '--detach');
    const tags = await contextTags({ user: 'ann', directory });
    expect(tags).toMatchObject({
      'mlflow.source.git.repoURL': 'https://example.org/repo.git',
      'mlflow.source.git.dirty': 'true',
    });
    expect(tags).not.toHaveProperty('mlflow.source.git.branch');
    expect(JSON.stringify(tags)).not.toContain('s3cr3t');
  });

  test('by default they describe this process', async () => {
    const tags = await contextTags();
    expect(tags['mlflow.source.name']).toBe(process.argv[1]);
    expect(tags['mlflow.user']).not.toBe('');
  });
});

test.each([
  ['https://user:pa@ss@host/x.git', 'https://host/x.git'],
  ['https://token@host/x', 'https://host/x'],
  ['ssh://git@host/x', 'ssh://host/x'],
  ['https://host/a@b', 'https://host/a@b'],
  ['git@host:x.git', 'git@host:x.git'],
  ['/srv/repo', '/srv/repo'],
])('credentials of %s are cut: %s', (url, expected) => {
  expect(withoutCredentials(url)).toBe(expected);
});
