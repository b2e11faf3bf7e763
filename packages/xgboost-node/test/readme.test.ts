import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { inFreshProcess } from './fresh-process.ts';

test('the example of the README runs', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const code = /```js runnable\n([^]*?)```/.exec(text)?.[1] ?? '';
  const file = join(mkdtempSync(join(tmpdir(), 'xgb-readme-')), 'model.ubj');
  const runnable = code
    .replace(/^import \{(.*)\} from .*$/m, 'const {$1} = xgb;')
    .replaceAll("'model.ubj'", JSON.stringify(file));
  const lines = inFreshProcess(runnable).split('\n');
  expect(lines[0]).toMatch(/^\d+ 1$/);
  expect(lines.at(-1)).toMatch(/^Float32Array\(1\) \[ 0\.\d+ \]$/);
});
