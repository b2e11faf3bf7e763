import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { metricKey, readSweeps, registerBest } from '@xgflow/trainer';
import {
  finishedVariant,
  writeTable,
} from '../../../trainer/test/live/support/finished-variant.ts';
import { withDirectory } from '../support/directory.ts';
import { client, env, nameFor } from '../support/live-server.ts';
import { startXgflow, xgflow } from '../support/xgflow.ts';
import type { Running } from '../support/xgflow.ts';

const name = nameFor('audit');
afterAll(() => {
  client.close();
});

test('what a served champion decides is logged, and scores again from the registry to the same number', async () => {
  await withDirectory(async (cwd) => {
    await writeTable(cwd);
    const { experiment_id: experimentId } = await client.experiments.ensure(name);
    await finishedVariant(client, { experimentId, folder: cwd, sweepId: 's' }, { wrong: 0 });
    const selection = await readSweeps(client, { experiment: name });
    await registerBest(client, { selection, metric: metricKey('f1'), name });

    const serve = ['serve', '--model', `models:/${name}@champion`, '--port', '0', '--json'];
    const logged = ['--decision-log', 'decisions.log', '--redact', 'other'];
    const running = startXgflow([...serve, ...logged], { cwd, env });
    const url = await addressOf(running);
    const answer = await fetch(`${url}/predict`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        dataframe_records: [
          { hint: 0.5, other: 0.25 },
          { hint: -0.5, other: null },
        ],
      }),
    });
    expect(answer.status).toBe(200);
    const id = answer.headers.get('x-xgflow-decision-id') ?? '';
    const audit = (row: number, ...more: string[]) =>
      xgflow(['audit', `${id}.${row}`, '--log', 'decisions.log', ...more], { cwd, env });

    // While the server runs.
    const hidden = await audit(0);
    expect(hidden).toMatchObject({ code: 3, stdout: '' });
    expect(hidden.stderr).toContain('the log holds only hashes of other');
    await writeFile(path.join(cwd, 'row.json'), '{"other": 0.25}');
    const shown = await audit(0, '--values', 'row.json', '--json');
    expect({ code: shown.code, stderr: shown.stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(shown.stdout)).toMatchObject({
      equal: true,
      model: { name, version: '1' },
      confirmed: ['other'],
      input: { hint: 0.5, other: { redacted: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown } },
    });
    const wrong = await audit(1, '--values', 'row.json');
    expect(wrong).toMatchObject({ code: 3 });
    expect(wrong.stderr).toContain('the value given for other is not the one that was scored');

    running.child.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    expect(await readFile(path.join(cwd, 'decisions.log'), 'utf8')).not.toContain('"other":0.25');
    const unknown = await xgflow(['audit', 'nothing', '--log', 'decisions.log'], { cwd, env });
    expect(unknown).toMatchObject({ code: 3 });
    expect(unknown.stderr).toMatch(/^✗ no decision nothing · /);
  });
}, 60_000);

async function addressOf({ child, ended }: Running): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (part: string) => {
      text += part;
      const url = /"url":\s*"([^"]+)"/.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
    void ended.then(({ stderr }) => {
      reject(new Error(`the server ended: ${stderr}`));
    });
  });
}
