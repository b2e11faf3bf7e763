import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../../support/xgflow.ts';

export interface RunnableBlock {
  readonly code: string;
  /** What the page shows below it; undefined where it shows nothing. */
  readonly shown: string | undefined;
}

/** The blocks of a Markdown file that are marked `<language> runnable`, with the block of plain output below each. */
export async function runnableBlocks(file: string, language: string): Promise<RunnableBlock[]> {
  const text = await readFile(path.join(repository, file), 'utf8');
  const fence = '`'.repeat(3);
  const block = new RegExp(
    `^${fence}${language} runnable\\n(.*?)^${fence}$(?:\\n+^${fence}\\n(.*?)^${fence}$)?`,
    'gmsu',
  );
  return [...text.matchAll(block)].map(([, code = '', shown]) => ({ code, shown }));
}

/**
 * The lines that a page shows and a command did not print, in their order: every other line may stand between them.
 * `…` in a line stands for anything, a line of it alone for nothing that is looked for.
 */
export function notPrinted(shown: string, printed: string): string[] {
  const lines = printed.split('\n');
  let from = 0;
  return shown
    .split('\n')
    .filter((line) => line.trim() !== '' && line.trim() !== '…')
    .filter((line) => {
      const parts = line.trimEnd().split('…');
      const pattern = new RegExp(`^${parts.map(literally).join('.*')}\\s*$`, 'u');
      const found = lines.findIndex((one, index) => index >= from && pattern.test(one));
      if (found !== -1) from = found + 1;
      return found === -1;
    });
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
