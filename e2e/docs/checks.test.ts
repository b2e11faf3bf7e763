import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repository } from '../support/xgflow.ts';

interface LinkCheck {
  readonly anchorsOf: (text: string) => Set<string>;
  readonly linksOf: (text: string) => { target: string; line: number }[];
  readonly deadLink: (file: string, target: string) => string | undefined;
}

interface CommandCheck {
  readonly commandLines: (text: string) => { argv: string[]; line: number }[];
  readonly refusal: (argv: readonly string[]) => Promise<string | undefined>;
}

const script = (name: string): string => path.join(repository, 'scripts/docs', name);
const { anchorsOf, linksOf, deadLink } = (await import(script('check-links.mjs'))) as LinkCheck;
const { commandLines, refusal } = (await import(script('check-commands.mjs'))) as CommandCheck;

describe('links', () => {
  const text = [
    '[a](b.md) and `[no](code.md)` and ![p](c.png "title")',
    '```',
    '[no](fence.md)',
    '```',
    '[ref]: d.md#x',
    '<img src="e.png">',
  ].join('\n');

  test('are found outside of code, with their line', () => {
    expect(linksOf(text)).toEqual([
      { target: 'b.md', line: 1 },
      { target: 'c.png', line: 1 },
      { target: 'd.md#x', line: 5 },
      { target: 'e.png', line: 6 },
    ]);
  });

  test("anchors are GitHub's", () => {
    const headings =
      '# A `b` & c\n## 8. `--best f1` means `test_f1`\n# Same\n# Same\n```\n# no\n```';
    expect([...anchorsOf(headings)]).toEqual([
      'a-b--c',
      '8---best-f1-means-test_f1',
      'same',
      'same-1',
    ]);
  });

  test.each([
    ['README.md', 'docs/cli.md', undefined],
    ['docs/cli.md', '../README.md#quickstart', undefined],
    ['docs/cli.md', '#exit-codes', undefined],
    ['docs/cli.md', 'https://example.org/nowhere', undefined],
    ['README.md', 'docs/nowhere.md', 'names no file'],
    ['docs/cli.md', '../README.md#nowhere', 'has no heading for #nowhere'],
    ['README.md', '/docs/cli.md', 'is absolute; make it relative'],
    ['README.md', '../elsewhere.md', 'leaves the repository'],
  ])('%s → %s: %s', (file, target, problem) => {
    expect(deadLink(file, target)).toBe(problem);
  });
});

describe('command lines', () => {
  test('are found in shell blocks, up to comments and pipes', () => {
    const text = [
      'xgflow not here',
      '```sh',
      'npx xgflow compare --sort cv_f1   # why',
      "A=1 xgflow predict --model 'models:/a b@c' \\",
      '  --input x.csv | head',
      'cat xgflow',
      '```',
      '```js',
      'xgflow("no")',
      '```',
    ].join('\n');
    expect(commandLines(text).map(({ argv }) => argv)).toEqual([
      ['compare', '--sort', 'cv_f1'],
      ['predict', '--model', 'models:/a b@c', '--input', 'x.csv'],
    ]);
  });

  test.each([
    [['compare', '--sort', 'cv_f1'], /^undefined$/u],
    [['compare', '--srot', 'cv_f1'], /srot/u],
    [['comparison'], /comparison|Did you mean/u],
    [['register'], /best/u],
    [['promote', 'm', '--version', '2'], /prints the version alone/u],
    [['--version'], /^undefined$/u],
  ])('%j: %s', async (argv, complaint) => {
    expect(String(await refusal(argv))).toMatch(complaint);
  });
});
