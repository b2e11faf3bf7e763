// A generated file is written, or with --check compared: the same in every generator.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { root } from '../setup/step.mjs';

function committed(file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Writes `text`, formatted as the repository's files are; with `--check` on the command line it compares and ends with
 * exit code 1 where the committed file differs.
 *
 * @param {string} file relative to the repository
 * @param {(committed: string | undefined) => string} render gets the file as it is, for what a generator keeps of it
 * @param {(text: string) => string} same what counts in the comparison; default: everything
 */
export async function generate(file, render, same = (text) => text) {
  const now = committed(file);
  const filepath = path.join(root, file);
  const text = await format(render(now), { ...(await resolveConfig(filepath)), filepath });
  if (!process.argv.includes('--check')) {
    writeFileSync(filepath, text);
    console.log(`${file} written`);
  } else if (now === undefined || same(now) !== same(text)) {
    console.error(`${file} is not what its sources say · run \`npm run docs\` and commit it`);
    process.exitCode = 1;
  }
}

/** Replaces what stands between `<!-- generated: NAME -->` and `<!-- end -->`. */
export function fillSection(text, name, content) {
  const [start, end] = [`<!-- generated: ${name} -->`, '<!-- end -->'];
  const from = text?.indexOf(start) ?? -1;
  const to = from === -1 ? -1 : text.indexOf(end, from);
  if (to === -1) throw new Error(`no section between ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}

/** A cell of a Markdown table. */
export function cell(text) {
  return String(text)
    .replaceAll('|', String.raw`\|`)
    .replaceAll('\n', ' ');
}

/** A Markdown table. */
export function table(titles, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
