// What must be in a tarball, and what must not.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { root } from '../setup/step.mjs';

const strangers =
  /(?:^|\/)(?:test|tests|fixtures|src|native|node_modules|\.[^/]+)\/|\.test\.|tsconfig|\.map$|\.tsbuildinfo$|\.env/;
const required = ['LICENSE', 'README.md', 'package.json'];
const dependencyKinds = ['dependencies', 'peerDependencies', 'optionalDependencies'];

/** One line for each thing that is wrong. */
export function checkContents({ manifest, directory, files }, tarballs) {
  const text = (file) => readFileSync(path.join(directory, file), 'utf8');
  return [
    ...required.filter((file) => !files.includes(file)).map((file) => `no ${file}`),
    ...files.filter((file) => strangers.test(file)).map((file) => `${file} has no place here`),
    ...files
      .filter((file) => namesThisMachine(text(file)))
      .map((file) => `${file} names a path of this machine`),
    ...files
      .filter((file) => importsSource(file, text))
      .map((file) => `${file} imports a .ts file`),
    ...checkManifest(manifest),
    ...checkDependencies(manifest, tarballs),
    ...entryPoints(manifest)
      .filter((file) => !files.includes(file))
      .map((file) => `package.json names ${file}, which is not there`),
    ...Object.values(manifest.bin ?? {})
      .map((file) => path.normalize(file))
      .filter((file) => !text(file).startsWith('#!/usr/bin/env node\n'))
      .map((file) => `${file} does not start with #!/usr/bin/env node`),
  ];
}

function namesThisMachine(text) {
  // A root's home, or a checkout in one of the system's own folders, is no path that could only come from here.
  return [root, homedir()].some((own) => own.split(path.sep).length > 2 && text.includes(own));
}

function importsSource(file, text) {
  return file.endsWith('.js') && /\b(?:from|import\()\s*['"]\.[^'"]*\.ts['"]/.test(text(file));
}

function checkManifest({ version, license, description, type, engines, publishConfig, exports }) {
  const wanted = {
    'a version': /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    'license Apache-2.0': license === 'Apache-2.0',
    'a description': Boolean(description),
    'type module': type === 'module',
    'engines.node': /^>=\d+\.\d+$/.test(engines?.node ?? ''),
    'publishConfig.access public': publishConfig?.access === 'public',
    'exports["."]': Boolean(exports?.['.']),
    'types before default': Object.values(exports ?? {}).every(
      (entry) => typeof entry === 'string' || Object.keys(entry)[0] === 'types',
    ),
  };
  return Object.entries(wanted)
    .filter(([, holds]) => !holds)
    .map(([name]) => `package.json lacks ${name}`);
}

/** Third parties' versions are exact, siblings' are the versions packed here. */
function checkDependencies(manifest, tarballs) {
  const packed = new Map(tarballs.map(({ name, manifest: { version } }) => [name, version]));
  return dependencyKinds
    .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([name, range]) =>
      packed.has(name) ? range !== packed.get(name) : !/^\d+\.\d+\.\d+/.test(range),
    )
    .map(([name, range]) => `depends on ${name} ${range}`);
}

function entryPoints({ exports, bin }) {
  const targets = Object.values(exports ?? {}).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  return [...targets, ...Object.values(bin ?? {})].map((file) => path.normalize(file));
}
