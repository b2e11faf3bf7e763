import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repository } from '../support/xgflow.ts';

const run = promisify(execFile);
const directory = path.join(repository, '.github/workflows');
const files = readdirSync(directory);

interface Job {
  readonly name?: string;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly on: Readonly<Record<string, { readonly paths?: readonly string[] } | null>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const text = (file: string): string => readFileSync(path.join(directory, file), 'utf8');
const workflow = (file: string): Workflow => parse(text(file)) as Workflow;

/** The names under which GitHub lists a job's checks: one for each value of its matrix. */
function checkNames(id: string, job: Job): string[] {
  const name = job.name ?? id;
  const [axis] = Object.entries(job.strategy?.matrix ?? {});
  if (axis === undefined) return [name];
  return axis[1].map((value) => name.replace(`\${{ matrix.${axis[0]} }}`, String(value)));
}

describe.each(files)('.github/workflows/%s', (file) => {
  test('uses actions by commit, with the version beside it', () => {
    const uses = text(file)
      .split('\n')
      .filter((line) => /\buses:/u.test(line));
    expect(uses.length).toBeGreaterThan(0);
    const unpinned = uses.filter(
      (line) => !/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(line),
    );
    expect(unpinned).toEqual([]);
  });

  test('may read and nothing more, unless a job says otherwise', () => {
    expect(workflow(file).permissions).toEqual({ contents: 'read' });
  });

  test('cancels what is overtaken, and every job ends in time', () => {
    expect(workflow(file).concurrency?.group).toContain('github.ref');
    for (const job of Object.values(workflow(file).jobs))
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  test('takes no secret and puts no text of strangers into a shell', () => {
    expect(text(file)).not.toContain('secrets.');
    expect(Object.keys(workflow(file).on)).not.toContain('pull_request_target');
    const scripts = Object.values(workflow(file).jobs).flatMap(({ steps }) =>
      steps.map((step) => step.run ?? ''),
    );
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

test('the workflows follow the schema of workflow files', async () => {
  await checkSchema(
    'vendor.github-workflows',
    files.map((file) => path.join(directory, file)),
  );
});

test('.github/dependabot.yml follows its schema', async () => {
  await checkSchema('vendor.dependabot', [path.join(repository, '.github/dependabot.yml')]);
});

test('the checks that docs/ci.md requires are jobs of every pull request, by their exact names', () => {
  const body = /```json\n(?<body>[^`]*"required_status_checks"[^`]*)```/u.exec(
    readFileSync(path.join(repository, 'docs/ci.md'), 'utf8'),
  )?.groups?.body;
  const { required_status_checks: required } = JSON.parse(body ?? '{}') as {
    readonly required_status_checks: {
      readonly strict: boolean;
      readonly checks: readonly { readonly context: string }[];
    };
  };
  // GitHub's own schema asks for `contexts` too, yet its server refuses a body that has both:
  // https://github.com/google/go-github/pull/2276
  expect(Object.keys(required).toSorted()).toEqual(['checks', 'strict']);
  const onEveryPullRequest = files.map(workflow).filter(({ on }) => {
    return 'pull_request' in on && on.pull_request?.paths === undefined;
  });
  const names = onEveryPullRequest.flatMap(({ jobs }) =>
    Object.entries(jobs).flatMap(([id, job]) => checkNames(id, job)),
  );
  expect(required.checks.map(({ context }) => context).toSorted()).toEqual(names.toSorted());
});

/** Against the schema that the pinned check-jsonschema brings along. */
async function checkSchema(schema: string, instances: readonly string[]): Promise<void> {
  const program = path.join(repository, '.venv/bin/check-jsonschema');
  const { stdout } = await run(program, ['--builtin-schema', schema, ...instances]);
  expect(stdout).toContain('ok');
}
