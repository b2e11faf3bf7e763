import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const program = `
  import { registerHooks } from 'node:module';
  const seen = [];
  registerHooks({ resolve: (name, context, next) => (seen.push(name), next(name, context)) });
  const load = async (url) => { await import(url); return seen.filter((name) => /^(vega|@resvg)/.test(name)); };
  const before = await load(process.argv[1]);
  const report = await import(process.argv[2]);
  await report.renderPictures([{ name: 'x', build: () => ({ rows: [{ x: 1 }], spec: {} }) }]);
  console.log(JSON.stringify([before.length, seen.includes('vega')]));
`;

test('importing the package loads no drawing library; the first picture does', async () => {
  const dist = (name: string): string => new URL(`../../dist/${name}`, import.meta.url).href;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    program,
    dist('index.js'),
    dist('report/index.js'),
  ]);
  expect(JSON.parse(stdout)).toEqual([0, true]);
});
