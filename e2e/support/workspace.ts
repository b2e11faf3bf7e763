import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repository } from './xgflow.ts';

interface ClaimsOptions {
  /** The first 1,500 rows and 30 to 90 rounds a fit, where the whole table and 50 to 500 prove no more. Default false. */
  readonly small?: boolean;
}

const exampleRounds = 'n_estimators: { int: [50, 500] }';

/** A fresh directory with the claims example in it; whoever asks removes it. */
export async function copyClaims({ small = false }: ClaimsOptions = {}): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'xgflow-e2e-'));
  const example = path.join(repository, 'examples/claims');
  for (const name of ['sweep.yaml', 'claims.csv'])
    await copyFile(path.join(example, name), path.join(directory, name));
  if (!small) return directory;
  await edit(path.join(directory, 'claims.csv'), (text) =>
    text.split('\n').slice(0, 1501).join('\n').concat('\n'),
  );
  await edit(path.join(directory, 'sweep.yaml'), (text) => {
    if (!text.includes(exampleRounds)) throw new Error(`no ${exampleRounds} in the claims example`);
    return text.replace(exampleRounds, 'n_estimators: { int: [30, 90] }');
  });
  return directory;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** Works in a copy of the claims example; removed afterwards. */
export async function withClaims<T>(
  work: (directory: string) => Promise<T>,
  options: ClaimsOptions = {},
): Promise<T> {
  const directory = await copyClaims(options);
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Works in a small copy of the claims example. */
export function withSmallClaims<T>(work: (directory: string) => Promise<T>): Promise<T> {
  return withClaims(work, { small: true });
}

let counter = 0;

/** An experiment name that no other test uses. */
export function freshName(stem: string): string {
  counter += 1;
  return `${stem}-${process.pid}-${Date.now().toString(36)}-${counter}`;
}
