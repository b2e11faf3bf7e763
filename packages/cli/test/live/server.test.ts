import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { withDirectory } from '../support/directory.ts';
import { startXgflow, xgflow } from '../support/xgflow.ts';

const venv = fileURLToPath(new URL('../../../../.venv/bin', import.meta.url));

// One start only: MLflow takes about 20 s.
test('the real MLflow: start, status, logs, stop, in a directory with an awkward name', async () => {
  await withDirectory(async (root) => {
    const cwd = path.join(root, 'a b%20#?é', 'deeper');
    await mkdir(cwd, { recursive: true });
    // A Python that was installed by setup-python finds its own library by the last.
    const { LD_LIBRARY_PATH, PATH } = process.env;
    const env = {
      XGFLOW_MLFLOW: path.join(venv, 'mlflow'),
      PATH: PATH!,
      ...(LD_LIBRARY_PATH === undefined ? {} : { LD_LIBRARY_PATH }),
    };
    const where = { cwd, env };
    const run = async (...args: string[]): Promise<unknown> => {
      const { stdout, code, stderr } = await xgflow(['server', ...args, '--json'], where);
      const answer = JSON.parse(stdout) as unknown;
      expect({ code, stderr, answer }).toEqual({ code: 0, stderr: '', answer });
      return answer;
    };
    expect(await run('status')).toEqual({ running: false });
    try {
      const [first, second] = await Promise.all([
        run('start', '--dir', '..'),
        run('start', '--dir', '..', '--port', '5050'),
      ]);
      expect([first, second]).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ started: true }),
          expect.objectContaining({ started: false }),
        ]),
      );
      const { uri, pid } = first as { uri: string; pid: number };
      expect(second).toMatchObject({ uri, pid });
      expect(await run('status')).toEqual({ running: true, uri, pid });

      const made = await fetch(`${uri}/api/2.0/mlflow/experiments/create`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"name":"e"}',
      });
      expect(made.status).toBe(200);

      const plain = await xgflow(['server', 'status'], where);
      expect(plain.stdout).toBe(`MLflow 3.17.2 runs on ${uri}\n`);
      expect(plain.stderr).toMatch(/^process \d+, data in .*a b%20#\?é\/\.xgflow · /u);

      const logs = await xgflow(['server', 'logs', '--lines', '500'], where);
      expect(logs.stdout).toContain('Uvicorn running on');
      const follow = startXgflow(['server', 'logs', '--lines', '1', '-f'], where);
      await new Promise((resolve) => follow.child.stdout!.once('data', resolve));
      follow.child.kill('SIGINT');
      expect((await follow.ended).code).toBe(130);
    } finally {
      expect(await run('stop')).toEqual({ stopped: true });
    }
    expect(await run('stop')).toEqual({ stopped: false });
    expect(await run('status')).toEqual({ running: false });
  });
}, 180_000);
