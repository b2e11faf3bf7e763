// What the checks of the docs read: committed Markdown files, and the fenced blocks in them.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/step.mjs';

/** Paths of the Markdown files that git knows or would add, relative to the repository. */
export function markdownFiles() {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'];
  const { stdout, status, stderr } = spawnSync('git', list, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ls-files failed · ${root} · ${stderr.trim()}`);
  const files = [...new Set(stdout.split('\n'))].filter(
    (file) => file !== '' && !file.includes('/fixtures/'),
  );
  if (files.length === 0) throw new Error(`no Markdown file · ${root} · is this the repository?`);
  return files.toSorted();
}

export function readMarkdown(file) {
  return readFileSync(path.join(root, file), 'utf8');
}

/** Fenced blocks: `info` is what stands behind the backquotes, `line` the line of the first line of code. */
export function fencedBlocks(text) {
  const blocks = [];
  let open;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^\s*(`{3,}|~{3,})(.*)$/u.exec(line);
    if (open && fence && fence[1].startsWith(open.fence) && fence[2].trim() === '') {
      blocks.push({ info: open.info, line: open.line, code: open.lines.join('\n') });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (fence) open = { fence: fence[1], info: fence[2].trim(), line: index + 2, lines: [] };
  }
  return blocks;
}

/** The text with its code removed, line for line: what is left can hold links. */
export function withoutCode(text) {
  let fence;
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s*(`{3,}|~{3,})/u.exec(line)?.[1];
      if (mark && (fence === undefined || mark.startsWith(fence))) {
        fence = fence === undefined ? mark : undefined;
        return '';
      }
      return fence === undefined ? line.replaceAll(/(`+)[^`]*?\1/gu, '') : '';
    })
    .join('\n');
}
