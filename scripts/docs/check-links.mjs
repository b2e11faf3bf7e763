// Fails on a relative link, or an anchor, that leads nowhere. Reads files only; addresses on the network are left alone.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from '../setup/step.mjs';
import { markdownFiles, readMarkdown, withoutCode } from './markdown.mjs';

/** GitHub's anchor of a heading. */
function anchorOf(heading) {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** Every anchor of a Markdown text; of equal headings the second gets `-1`. */
export function anchorsOf(text) {
  const seen = new Map();
  const anchors = new Set();
  let fenced = false;
  for (const line of text.split('\n')) {
    if (/^\s*(?:`{3,}|~{3,})/u.test(line)) fenced = !fenced;
    const heading = fenced ? undefined : /^#{1,6}\s+(.*?)\s*#*$/u.exec(line)?.[1];
    for (const [, id] of line.matchAll(/<a\s+(?:id|name)="([^"]+)"/gu)) anchors.add(id);
    if (heading === undefined) continue;
    const anchor = anchorOf(heading);
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    anchors.add(times === 0 ? anchor : `${anchor}-${times}`);
  }
  return anchors;
}

/** Targets of links and images, with the line they stand on. */
export function linksOf(text) {
  return withoutCode(text)
    .split('\n')
    .flatMap((line, index) => {
      const inline = [...line.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/gu)];
      const reference = [...line.matchAll(/^\[[^\]]+\]:\s+<?([^\s>]+)>?/gu)];
      const html = [...line.matchAll(/(?:src|href)="([^"]+)"/gu)];
      return [...inline, ...reference, ...html].map(([, target]) => ({ target, line: index + 1 }));
    });
}

/** What is wrong with a link of a file, or undefined. */
export function deadLink(file, target) {
  if (/^[a-z][a-z\d+.-]*:|^\/\//iu.test(target)) return undefined;
  const [place, anchor] = target.split('#');
  if (place.startsWith('/')) return 'is absolute; make it relative';
  const aim = place === '' ? file : path.join(path.dirname(file), decodeURIComponent(place));
  if (aim.startsWith('..')) return 'leaves the repository';
  const onDisk = path.join(root, aim);
  if (!existsSync(onDisk)) return 'names no file';
  if (anchor === undefined || anchor === '') return undefined;
  if (statSync(onDisk).isDirectory() || !aim.endsWith('.md')) return undefined;
  return anchorsOf(readMarkdown(aim)).has(decodeURIComponent(anchor))
    ? undefined
    : `has no heading for #${anchor}`;
}

/** One line for each dead link of the repository's Markdown. */
function deadLinks(files = markdownFiles()) {
  return files.flatMap((file) =>
    linksOf(readMarkdown(file)).flatMap(({ target, line }) => {
      const problem = deadLink(file, target);
      return problem === undefined ? [] : [`${file}:${line} · ${target} ${problem}`];
    }),
  );
}

if (process.argv[1] === import.meta.filename) {
  const dead = deadLinks();
  for (const line of dead) console.error(line);
  process.exitCode = dead.length === 0 ? 0 : 1;
}
