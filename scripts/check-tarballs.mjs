// Packs every package, looks into the tarballs, installs them with npm into an empty project, and runs them there:
// on the Node that runs this, where it is new enough, else on the pinned one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { annotate } from './github/annotate.mjs';
import { runJob, setup } from './setup.mjs';
import { checkContents } from './pack/check-contents.mjs';
import { chooseNode } from './pack/choose-node.mjs';
import { packAll } from './pack/pack-all.mjs';
import { tryOut } from './pack/try-out.mjs';

function report(name, findings) {
  console.log(`${findings.length === 0 ? '✓' : '✗'} ${name}`);
  for (const finding of findings) console.log(`    ${finding}`);
  annotate(findings.map((text) => ({ name, text })));
  return findings.length;
}

await runJob(async () => {
  if (!process.argv.includes('--no-setup')) await setup();
  const scratch = mkdtempSync(path.join(tmpdir(), 'xgflow-tarballs-'));
  try {
    const tarballs = packAll(scratch);
    const node = chooseNode(tarballs);
    let findings = 0;
    for (const tarball of tarballs) {
      const { name, files, bytes } = tarball;
      const size = `${files.length} files, ${Math.ceil(bytes / 1000)} kB`;
      findings += report(`${name}: ${size}`, checkContents(tarball, tarballs));
    }
    for (const { name, problem } of tryOut(node, tarballs, path.join(scratch, 'project')))
      findings += report(`${name}, on Node ${node.version}`, problem ? [problem] : []);
    return findings === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
