import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const folder = new URL('../../', import.meta.url).pathname;

test('the committed types are what the committed document says', async () => {
  const manifest = createRequire(import.meta.url).resolve('openapi-typescript/package.json');
  const cli = join(dirname(manifest), 'bin/cli.js');
  const args = [
    cli,
    'openapi/mlflow-3.17.2.openapi.json',
    '-o',
    'src/generated/mlflow.ts',
    '--check',
  ];
  await expect(promisify(execFile)(process.execPath, args, { cwd: folder })).resolves.toBeDefined();
}, 60_000);
