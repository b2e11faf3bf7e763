import { afterAll, expect, test } from '@jest/globals';
import {
  finishedVariant,
  writeTable,
} from '../../../trainer/test/live/support/finished-variant.ts';
import { withDirectory } from '../support/directory.ts';
import { client, env, nameFor } from '../support/live-server.ts';
import { xgflow } from '../support/xgflow.ts';

const name = nameFor('promotion');
afterAll(() => {
  client.close();
});

test('register, refuse, force, go back: as a person types it', async () => {
  await withDirectory(async (cwd) => {
    await writeTable(cwd);
    const { experiment_id: experimentId } = await client.experiments.ensure(name);
    for (const [sweepId, quality] of [
      ['s1', { wrong: 0.45, rounds: 2 }],
      ['s2', { wrong: 0 }],
      ['s3', { wrong: 0.45, rounds: 3 }],
    ] as const) {
      await finishedVariant(client, { experimentId, folder: cwd, sweepId }, quality);
    }
    const run = (...args: string[]) => xgflow(args, { cwd, env });
    const register = (sweep: string, ...more: string[]) =>
      run(
        'register',
        '--best',
        'f1',
        '--experiment',
        name,
        '--name',
        name,
        '--sweep',
        sweep,
        ...more,
      );

    const first = await register('s1', '--force', '--reason', 'asked for');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const second = await register('s2', '--json');
    expect(second.code).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({
      version: '2',
      alias: 'champion',
      gate: { promoted: true, outcome: 'better', from: '1', reasons: [{ code: 'better' }] },
    });
    const third = await register('s3');
    expect(third).toMatchObject({ code: 9, stderr: '' });
    expect(third.stdout).toMatch(/version 3 registered; alias challenger points at it\.$/m);
    expect(third.stdout).toMatch(/^✗ worse beyond noise: f1 −0\.\d{4}, interval /m);
    expect(third.stdout).toMatch(/^✗ worse where gender is f \(100 rows\): −/m);
    expect(third.stdout).toMatch(/^Force: xgflow promote \S+ 3 --force --reason /m);

    const dry = await run('promote', name, '--dry-run');
    expect(dry.code).toBe(9);
    expect(dry.stdout).toContain('version 3 would be refused; version 2 stays the champion.');
    const unexplained = await run('promote', name, '3', '--force');
    expect(unexplained).toMatchObject({ code: 2, stdout: '' });
    expect(unexplained.stderr).toMatch(/^✗ --force needs a reason · /);
    const forced = await run('promote', name, '3', '--force', '--reason', 'a test', '--by', 'ada');
    expect(forced.code).toBe(0);
    expect(forced.stdout).toContain(
      'version 3 is the champion, version 2 the previous one (forced).',
    );

    const back = await run('rollback', name, '--reason', 'drift');
    expect(back).toMatchObject({ code: 0 });
    expect(back.stdout).toMatch(/version 2 is the champion again, version 3 the previous one\.$/m);
    const history = await run('history', name);
    expect(history).toMatchObject({ code: 0, stderr: '' });
    expect(
      history.stdout
        .split('\n')
        .slice(1, 6)
        .map((line) => line.replace(/^\S+ \S+ +/, '').replaceAll(/ {2,}/g, ' | ')),
    ).toEqual([
      expect.stringMatching(/^promoted \| – \| 1 \| .*asked for \(the gate passed it: there is no/),
      expect.stringMatching(/^promoted \| 1 \| 2 \| .* better beyond noise: f1 \+/),
      expect.stringMatching(/^refused \| 2 \| 3 \| .* worse beyond noise/),
      expect.stringMatching(/^promoted, forced \| 2 \| 3 \| ada \| a test \(the gate refused: /),
      expect.stringMatching(/^rolled back \| 3 \| 2 \| .* drift$/),
    ]);
    const answer = JSON.parse((await run('history', name, '--json')).stdout) as {
      entries: unknown[];
    };
    expect(answer).toMatchObject({ champion: '2', previous: '3', challenger: null, damaged: [] });
    expect(answer.entries).toHaveLength(5);

    // Moved by other means: said, not repaired.
    await client.registeredModels.setAlias(name, 'champion', '1');
    const odd = await run('history', name);
    expect(odd.stdout).toContain('rolled back (not in effect)');
    expect(odd.stderr).toMatch(
      /^! the last entry makes version 2 the champion, but it is version 1 · /,
    );
  });
}, 90_000);
