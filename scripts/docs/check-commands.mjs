// Fails on an xgflow command line in the docs that the parser refuses: an option renamed, a command gone.
import process from 'node:process';
import { commands } from '../../packages/cli/dist/index.js';
import { createParser } from '../../packages/cli/dist/parser/create-parser.js';
import { loadCommands } from '../../packages/cli/dist/load-commands.js';
import { fencedBlocks, markdownFiles, readMarkdown } from './markdown.mjs';

/** Words of a shell line up to a comment, pipe or redirection; quotes as a shell reads them. */
function shellWords(line) {
  const tokens = line.match(/#.*$|\|\|?|&&?|[<>]+|;|(?:"[^"]*"|'[^']*'|[^\s"'|&<>;#]|(?<=\S)#)+/gu);
  const words = tokens ?? [];
  const end = words.findIndex((word) => /^(?:[|&<>;]|#)/u.test(word));
  return words.slice(0, end === -1 ? undefined : end).map((word) => word.replaceAll(/["']/gu, ''));
}

/** The xgflow command lines of a Markdown text, as argument lists. */
export function commandLines(text) {
  const shell = fencedBlocks(text).filter(({ info }) => /^(?:sh|bash|console)\b/u.test(info));
  return shell.flatMap(({ code, line: first }) => {
    const joined = code.replaceAll('\\\n', ' ');
    return joined.split('\n').flatMap((line, index) => {
      const words = shellWords(line.replace(/^\s*\$ /u, ''));
      const start = words.findIndex((word, place) => word === 'xgflow' && isCalled(words, place));
      return start === -1 ? [] : [{ argv: words.slice(start + 1), line: first + index }];
    });
  });
}

/** Behind nothing but npx and assignments. */
function isCalled(words, place) {
  return words.slice(0, place).every((word) => word === 'npx' || /^[A-Z_]+=/u.test(word));
}

/** Why the parser refuses a command line, or does not run its command; else undefined. */
export async function refusal(argv) {
  if (argv.length > 1 && argv.includes('--version')) return '--version prints the version alone';
  const parser = createParser(
    await loadCommands(commands, argv),
    { found: () => undefined, selected: () => undefined },
    { version: '0', width: undefined },
  );
  let complaint;
  try {
    await parser.parseAsync(argv, {}, (error) => {
      complaint ??= error?.message;
    });
  } catch (error) {
    complaint = error.message;
  }
  return complaint;
}

if (process.argv[1] === import.meta.filename) {
  let count = 0;
  for (const file of markdownFiles()) {
    for (const { argv, line } of commandLines(readMarkdown(file))) {
      count += 1;
      // Placeholders stand for what the reader knows.
      const complaint = argv.some((word) => /…/u.test(word)) ? undefined : await refusal(argv);
      if (complaint === undefined) continue;
      console.error(`${file}:${line} · xgflow ${argv.join(' ')} · ${complaint}`);
      process.exitCode = 1;
    }
  }
  if (count === 0) throw new Error('no command line found in the docs · scripts/docs · look why');
}
