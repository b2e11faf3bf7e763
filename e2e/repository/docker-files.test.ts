import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { composePath, parseEnvFile, readComposeFile } from '../support/stack/compose-file.ts';
import type { ComposeFile } from '../support/stack/compose-file.ts';
import { repository } from '../support/xgflow.ts';

const run = promisify(execFile);
const read = (file: string): string => readFileSync(path.join(repository, file), 'utf8');
const example = parseEnvFile(read('docker/.env.example'));
const settings = Object.fromEntries(Object.keys(example).map((name) => [name, 'secret']));

describe('docker/compose.yaml', () => {
  let compose: ComposeFile;

  beforeAll(async () => {
    compose = await readComposeFile(settings);
  });

  test('follows the schema of the compose specification', async () => {
    const program = path.join(repository, '.venv/bin/check-jsonschema');
    const args = ['--builtin-schema', 'vendor.compose-spec', composePath];
    expect((await run(program, args)).stdout).toContain('ok');
  });

  test.each(Object.keys(example))(
    'stops without %s, with a word on where to set it',
    async (name) => {
      await expect(readComposeFile({ ...settings, [name]: '' })).rejects.toThrow(
        `${name}: set it in docker/.env`,
      );
    },
  );

  test('no secret stands in it, and the example leaves them empty', () => {
    expect(Object.values(example)).toEqual(['', '', '', '']);
    const lines = read('docker/compose.yaml')
      .split('\n')
      .filter((line) => /(?:PASSWORD|_KEY|ACCESS_KEY_ID|TOKEN):/u.test(line));
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter((line) => !/: \$\{\w+:\?[^}]+\}$/u.test(line))).toEqual([]);
    expect(read('docker/.gitignore')).toMatch(/^\.env$/mu);
  });

  test('publishes MLflow and the served model alone, on the loopback address', () => {
    const published = Object.entries(compose.services).flatMap(([name, { ports }]) =>
      (ports ?? []).map((port) => [name, port]),
    );
    expect(published).toEqual([
      ['mlflow', '127.0.0.1:5000:5000'],
      ['serve', '127.0.0.1:8080:8080'],
    ]);
  });

  test('what must survive lies in named volumes', () => {
    const [stores, named] = [['postgres', 's3'], Object.keys(compose.volumes)];
    expect(named).toEqual(stores);
    for (const name of stores) expect(compose.services[name]?.volumes?.[0]).toMatch(`${name}:/`);
  });

  test('every image is pinned: by digest, or built here', () => {
    const services = Object.values(compose.services);
    const built = services.filter(({ build }) => build !== undefined).map(({ image }) => image);
    for (const { image, build, pull_policy } of services) {
      if (built.includes(image)) expect(image).toMatch(/:\d+\.\d+\.\d+$/u);
      else expect(image).toMatch(/:v?[\d.]+[\w.-]*@sha256:[0-9a-f]{64}$/u);
      // Otherwise compose looks for it at a registry, before the other service has built it.
      if (built.includes(image) && build === undefined) expect(pull_policy).toBe('never');
    }
  });

  test('logs cannot fill the disk', () => {
    for (const { logging } of Object.values(compose.services))
      expect(logging).toEqual({ driver: 'local' });
  });

  test('a read-only container has a place for the models that it fetches', () => {
    const cache = /\bXDG_CACHE_HOME=(?<place>\S+)/u.exec(read('docker/cli.Dockerfile'));
    for (const name of ['xgflow', 'serve']) {
      const { read_only, tmpfs = [] } = compose.services[name] ?? {};
      expect(read_only).toBe(true);
      expect(tmpfs).toContain(path.dirname(cache?.groups?.place ?? ''));
    }
  });

  test('links lead to the port that MLflow has outside', async () => {
    const moved = await readComposeFile({ ...settings, MLFLOW_PORT: '5001' });
    for (const name of ['xgflow', 'serve'])
      expect(moved.services[name]?.environment?.XGFLOW_UI_URI).toBe('http://127.0.0.1:5001');
  });

  test('the images carry the versions that they hold', () => {
    const { version } = JSON.parse(read('packages/cli/package.json')) as { version: string };
    for (const name of ['xgflow', 'serve'])
      expect(compose.services[name]?.image).toBe(`xgflow:${version}`);
    const mlflow = /^mlflow==(?<version>\S+)/mu.exec(read('docker/mlflow-requirements.txt'));
    expect(compose.services.mlflow?.image).toBe(`xgflow-mlflow:${mlflow?.groups?.version ?? ''}`);
    expect(read('scripts/python/requirements.txt')).toContain(`\n${mlflow?.[0] ?? 'none'} `);
  });

  test('a service has a health check: here, or in its image', () => {
    for (const [name, { healthcheck, build }] of Object.entries(compose.services)) {
      const inImage = build === undefined ? '' : read(dockerfileOf(build));
      expect([name, healthcheck !== undefined || /^HEALTHCHECK /mu.test(inImage)]).toEqual([
        name,
        true,
      ]);
    }
  });
});

interface Instruction {
  readonly name: string;
  readonly value: string;
}

/** A Dockerfile's instructions in order, with continued lines joined and comments left out. */
function parseDockerfile(text: string): Instruction[] {
  return text
    .replaceAll(/^\s*#.*\n/gmu, '')
    .replaceAll(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...rest] = line.trim().split(/\s+/u);
      return { name: name.toUpperCase(), value: rest.join(' ') };
    });
}

describe.each(['docker/cli.Dockerfile', 'docker/mlflow.Dockerfile'])('%s', (file) => {
  const instructions = parseDockerfile(read(file));
  const values = (name: string): string[] =>
    instructions.filter((each) => each.name === name).map(({ value }) => value);
  const last = instructions.findLastIndex(({ name }) => name === 'FROM');
  const final = instructions.slice(last);

  test('is built in stages, every base an exact image', () => {
    expect(values('FROM').length).toBeGreaterThan(1);
    for (const base of values('FROM'))
      expect(base).toMatch(/^[\w./-]+:\d[\w.-]*@sha256:[0-9a-f]{64}(?: AS \w+)?$/u);
  });

  test('runs as somebody who is not root', () => {
    const users = final.filter(({ name }) => name === 'USER').map(({ value }) => value);
    expect(users).toHaveLength(1);
    expect(users[0]).toMatch(/^[1-9]\d*$/u);
    const command = final.findIndex(({ name }) => name === 'CMD' || name === 'ENTRYPOINT');
    expect(final.findIndex(({ name }) => name === 'USER')).toBeLessThan(command);
  });

  test('says what its health is', () => {
    expect(final.filter(({ name }) => name === 'HEALTHCHECK')).toHaveLength(1);
  });

  test('starts programs without a shell, so that signals reach them', () => {
    const started = final.filter(({ name }) => name === 'CMD' || name === 'ENTRYPOINT');
    for (const { value } of started) expect(JSON.parse(value)).toEqual(expect.any(Array));
  });

  test('fetches nothing that no lock file names', () => {
    expect(values('ADD')).toEqual([]);
    const fetches = values('RUN').filter((script) => /\b(?:curl|wget|apt-get)\b/u.test(script));
    expect(fetches).toEqual([]);
    for (const script of values('RUN').filter((each) => each.includes('pip install')))
      expect(script).toContain('--require-hashes');
  });
});

test.each(['docker/.dockerignore', 'docker/cli.Dockerfile.dockerignore'])(
  '%s lets nothing through that it does not name',
  (file) => {
    const rules = read(file)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(rules[0]).toBe('*');
    expect(rules.filter((rule) => /^!.*\.env/u.test(rule))).toEqual([]);
  },
);

function dockerfileOf({ context, dockerfile }: { context: string; dockerfile: string }): string {
  return path.join('docker', context, dockerfile);
}
