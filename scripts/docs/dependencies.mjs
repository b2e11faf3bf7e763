// docs/dependencies.md: every third-party dependency with its job, size and licence. `--check` fails when the list is
// not that of the package.json files, or a reason is missing, or one is given for what is gone. Sizes are not compared.
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/step.mjs';
import { reasons } from './dependency-reasons.mjs';
import { generate, table } from './generated-file.mjs';

const manifest = (directory) =>
  JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));

function workspaceDirectories() {
  const packages = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`);
  return ['.', ...packages, 'e2e', 'bench'].filter((directory) =>
    existsSync(path.join(root, directory, 'package.json')),
  );
}

/** name → who uses it, where it lies, and whether users of the packages get it. */
function dependencies() {
  const found = new Map();
  for (const directory of workspaceDirectories()) {
    const { dependencies: own = {}, devDependencies = {} } = manifest(path.join(root, directory));
    const published = directory.startsWith('packages/');
    for (const [names, runtime] of [
      [Object.keys(own), published],
      [Object.keys(devDependencies), false],
    ]) {
      for (const name of names.filter((one) => !one.startsWith('@xgflow/'))) {
        const place = realpathSync(path.join(root, directory, 'node_modules', name));
        const entry = found.get(name) ?? { place, runtime: false, users: [] };
        const user = directory === '.' ? 'the repository' : path.basename(directory);
        found.set(name, {
          place,
          runtime: entry.runtime || runtime,
          users: entry.runtime && !runtime ? entry.users : addUser(entry, user, runtime),
        });
      }
    }
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Of a runtime dependency only those count that users get. */
function addUser(entry, user, runtime) {
  return runtime && !entry.runtime ? [user] : [...entry.users, user];
}

function sizeOf(directory) {
  return readdirSync(directory, { withFileTypes: true }).reduce((sum, entry) => {
    const place = path.join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + sizeOf(place);
    return entry.isFile() ? sum + statSync(place).size : sum;
  }, 0);
}

/** The places of a package and of all that it brings along, as pnpm lays them out. */
function closure(place, seen = new Set()) {
  if (seen.has(place)) return seen;
  seen.add(place);
  const { name, dependencies: own = {}, optionalDependencies = {} } = manifest(place);
  const beside = place.slice(0, place.length - name.length);
  for (const dependency of Object.keys({ ...own, ...optionalDependencies })) {
    const target = path.join(beside, dependency);
    if (existsSync(target)) closure(realpathSync(target), seen);
  }
  return seen;
}

function size(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Where `license` only points at a file. */
const licences = { 'dejavu-fonts-ttf': 'Bitstream Vera (free)' };

function row([name, { place, users }]) {
  const reason = reasons[name];
  if (reason === undefined) {
    throw new Error(`${name} has no reason · scripts/docs/dependency-reasons.mjs · give one`);
  }
  const { version, license } = manifest(place);
  const brought = [...closure(place)].filter((other) => other !== place);
  const more = brought.reduce((sum, other) => sum + sizeOf(other), 0);
  return [
    name,
    version,
    ...reason,
    size(sizeOf(place)),
    brought.length === 0 ? '' : `${brought.length}, ${size(more)}`,
    licences[name] ?? license,
    users.join(', '),
  ];
}

/** Packages that nothing brings twice, over all of one kind. */
function total(entries) {
  const places = new Set(entries.flatMap(([, { place }]) => [...closure(place)]));
  const bytes = [...places].reduce((sum, place) => sum + sizeOf(place), 0);
  return `${entries.length} named, ${places.size} packages in all, ${size(bytes)}.`;
}

const all = dependencies();
const stale = Object.keys(reasons).filter((name) => !all.some(([known]) => known === name));
if (stale.length > 0) {
  throw new Error(`reasons for what is gone: ${stale.join(', ')} · dependency-reasons.mjs`);
}
const titles = ['package', 'version', 'job', 'why', 'size', 'brings', 'licence', 'used by'];
const sections = [
  ['Of the packages', all.filter(([, { runtime }]) => runtime)],
  ['To build and test', all.filter(([, { runtime }]) => !runtime)],
];
const text = [
  '# Dependencies',
  '<!-- Rendered by scripts/docs/dependencies.mjs. Reasons: scripts/docs/dependency-reasons.mjs. -->',
  'Every third-party package that a package.json names. Sizes are unpacked, on Linux x64; “brings” counts what comes along with it, and packages may share that. A new one needs a job that no other does, and its reason here.',
  ...sections.flatMap(([title, entries]) => [
    `## ${title}`,
    total(entries),
    table(titles, entries.map(row)),
  ]),
  '## Beside npm',
  table(
    ['what', 'job', 'why', 'licence'],
    [
      [
        'libxgboost 3.2.0, with its libgomp',
        'the booster',
        'From the PyPI wheel `xgboost-cpu`, unpacked at set-up. Nothing is compiled',
        'Apache-2.0; GPL-3.0 with the runtime library exception',
      ],
      [
        'MLflow 3.17.2, in a private Python',
        'the tracking server',
        'The record. Only `xgflow server start` and the tests run it',
        'Apache-2.0',
      ],
    ],
  ),
].join('\n\n');

/** Sizes differ a little between platforms. */
const withoutSizes = (markdown) =>
  markdown
    .replaceAll(/\d+ packages in all|(?:\d+, )?\d+(?:\.\d+)? (?:kB|MB)/gu, '')
    .replaceAll(/[ -]+/gu, ' ');
await generate('docs/dependencies.md', () => text, withoutSizes);
