import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { xgflowJson } from '../support/xgflow.ts';
import { header, rows, sweepFile } from './small-table.ts';

let made: Promise<{ readonly home: string; readonly model: string }> | undefined;

async function train(): Promise<{ home: string; model: string }> {
  const home = await mkdtemp(path.join(tmpdir(), 'xgflow-model-'));
  await writeFile(path.join(home, 'data.csv'), [header, ...rows, ''].join('\n'));
  await writeFile(path.join(home, 'sweep.yaml'), sweepFile());
  const answer = await xgflowJson<{ readonly directory: string }>(
    ['sweep', 'sweep.yaml', '--no-tracking'],
    { cwd: home },
  );
  return { home, model: path.join(answer.directory, 'default', 'model') };
}

/** The directory of a model trained on the scene's table; trained once. */
export async function trainedModel(): Promise<string> {
  made ??= train();
  return (await made).model;
}

export async function removeTrainedModel(): Promise<void> {
  if (made) await rm((await made).home, { recursive: true, force: true });
}
